// Makes the page live. Without it everything works as plain forms; it only uses what a phone of
// 2019 knows, and nothing that needs a secure context, for the page comes from http in the room.
(function () {
  "use strict";
  const doc = document, body = doc.body;
  if (!window.fetch || !window.AbortController || !window.crypto || !body.dataset.words) return;

  // In the order of dilemmaspel/phones/pages/words.py.
  const words = {}, said = body.dataset.words.split("|");
  ("sending again received refused offline wifi online choose tick reason rest over full step first next " +
    "ordered place up down drop left less more hold holdvote").split(" ").forEach((name, n) => { words[name] = said[n]; });
  const $ = (what, where) => (where || doc).querySelector(what);
  const all = (what, where) => Array.from((where || doc).querySelectorAll(what));
  const fill = (text, n, name) => text.replace("#", n).replace("*", name);
  const main = () => $("#main");
  const drafts = {};
  let settled = "";
  let version = body.dataset.version, look = "", asked = 0, failures = 0, pending = false;
  // The clock of a phone may be wrong, or be set while we wait; this one only runs on.
  const clock = () => performance.now();
  let resend = null, source = null, heardAt = clock(), tickAt = Date.now(), pollAt = 0, listenAt = 0, losses = 0;

  // ------------------------------------------------------------ saying

  let saidAt = 0, waiting = 0;
  function say(text) {
    saidAt = clock();
    $("#say").textContent = text;
  }
  // For what counts along: at most once in ten seconds, and the last word gets said.
  function count(text) {
    clearTimeout(waiting);
    waiting = setTimeout(say, Math.max(1000, saidAt + 10000 - clock()), text);
  }
  function note(text) {
    const net = $("#net");
    if (text && net.textContent !== text) say(text);
    net.textContent = text;
    net.hidden = !text;
  }
  function tell(text) {
    const said = $("#said");
    if (said) {
      said.textContent = text;
      said.className = "said wrong";
      said.hidden = false;
      said.scrollIntoView({ block: "nearest" });
    }
    say(text);
  }
  function fault(form, name, text) {
    const place = $("#fault-" + name, form);
    all(".fault", form).forEach((one) => { one.hidden = one !== place; });
    place.textContent = text;
    place.hidden = false;
    place.scrollIntoView({ block: "center" });
    say(text);
  }

  // ------------------------------------------------------------ what is shown

  function parsed(html) {
    const made = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    if (made) all("noscript", made).forEach((one) => one.remove());
    return made && doc.importNode(made, true);
  }
  // What the server sent, without what changes all the time.
  function plain(made) {
    const copy = made.cloneNode(true);
    all("noscript", copy).forEach((one) => one.remove());
    all("[data-part]", copy).forEach((one) => { one.textContent = ""; });
    all("[name=form],[name=once]", copy).forEach((one) => one.removeAttribute("value"));
    return copy.outerHTML;
  }
  function filled(form) {
    return Array.from(form.elements).filter((one) => one.name && !/hidden|submit/.test(one.type));
  }
  function keep() {
    all("form[data-draft]", main()).forEach((form) => {
      if (form.dataset.draft !== settled) drafts[form.dataset.draft] = filled(form).map((one) => [one.name, one.value, one.checked]);
    });
  }
  function restore(made) {
    all("form[data-draft]", made).forEach((form) => {
      const draft = drafts[form.dataset.draft];
      const fields = filled(form);
      if (draft && draft.length === fields.length) {
        fields.forEach((one, n) => {
          if (/radio|checkbox/.test(one.type)) one.checked = draft[n][2];
          else one.value = draft[n][1];
        });
      }
    });
  }
  let shown = plain(main());
  function show(html, mine) {
    const made = parsed(html);
    if (!made) return;
    const now = plain(made), old = main();
    if (now === shown) {
      all("[data-part]", made).forEach((part) => {
        $("[data-part=" + part.dataset.part + "]", old).textContent = part.textContent;
      });
      return;
    }
    keep();
    const focus = doc.activeElement, within = old.contains(focus), other = old.dataset.kind !== made.dataset.kind;
    shown = now;
    restore(made);
    enhance(made);
    old.parentNode.replaceChild(made, old);
    doc.title = made.dataset.title + " · Dilemmaspel";
    const title = $("h1", made), again = within && focus.id && doc.getElementById(focus.id);
    if (mine && title) title.focus();
    else if (within) (again || made).focus();
    if (!mine && title) say(made.dataset.title + ". " + title.textContent);
    if (other || mine) window.scrollTo(0, 0);
  }

  // ------------------------------------------------------------ asking the server

  function request(url, options, patience) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience || 8000);
    const headers = Object.assign({ "X-Form": body.dataset.form || "" }, (options || {}).headers);
    return fetch(url, Object.assign({ cache: "no-store", credentials: "same-origin", signal: stop.signal }, options, { headers }))
      .finally(() => clearTimeout(timer));
  }
  const later = (n) => Math.min(15000, 500 * Math.pow(2, n)) * (0.5 + Math.random());

  // Without a seat the answer is 401, and says how to get one.
  function fetched(what, since) {
    return request("/api/view?show=" + what + "&since=" + since).then((answer) => {
      if (!answer.ok && answer.status !== 401) throw new Error(String(answer.status));
      return answer.status === 204 ? null : answer.json();
    });
  }
  function view(mine) {
    const turn = ++asked;
    pollAt = clock() + 2000 + Math.random() * 3000;
    return fetched(look, mine ? "" : version).then((answer) => {
      if (failures > 1 && !pending) say(words.online);
      failures = 0;
      if (!pending) note("");
      if (turn !== asked || !answer) return;
      version = String(answer.version);
      if (look === "ballot" && answer.screen !== "ballot") look = "";
      show(answer.html, mine);
    }).catch(() => {
      if (turn !== asked) return;
      failures += 1;
      pollAt = clock() + later(failures);
      if (failures > 1 && !pending) note(failures > 4 ? words.offline + " " + words.wifi : words.offline);
    });
  }

  // ------------------------------------------------------------ hearing that there is something new

  function heard(event) {
    heardAt = clock();
    losses = 0;
    let told = null;
    try { told = JSON.parse(event.data).version; } catch (error) { return; }
    if (told !== undefined && String(told) !== version) view();
  }
  function listen() {
    if (source) source.close();
    source = null;
    if (!window.EventSource || doc.hidden || !lives()) return;
    source = new EventSource("/api/stream");
    source.onmessage = heard;
    source.addEventListener("beat", heard);
    source.onopen = () => { heardAt = clock(); };
    source.onerror = () => {
      source.close();
      source = null;
      losses += 1;
      listenAt = clock() + later(losses + 1);
      pollAt = clock() + Math.random() * 2000;
    };
  }
  const lives = () => !/join|gone|problem|over/.test(main().dataset.kind);
  function wake() {
    if (!lives()) return;
    failures = 0;
    listenAt = 0;
    listen();
    view();
    if (resend) resend();
  }
  setInterval(() => {
    const now = clock(), wall = Date.now(), slept = Math.abs(wall - tickAt) > 4000;
    tickAt = wall;
    if (doc.hidden || !lives()) return;
    if (slept) wake();
    else if (!source && listenAt && now > listenAt) { listenAt = 0; listen(); }
    if ((!source || now - heardAt > 30000) && now > pollAt) view();
  }, 1000);
  doc.addEventListener("visibilitychange", () => {
    if (doc.hidden) cover();
    else wake();
  });
  window.addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
  window.addEventListener("online", wake);

  // ------------------------------------------------------------ voting

  function answer(form, prefix, pressed) {
    const kind = form.dataset.ballot, name = prefix + "choice";
    const starts = (what) => filled(form).filter((one) => one.name.indexOf(prefix + what) === 0);
    if (kind === "points") {
      const total = +form.dataset.total, step = +form.dataset.step, divided = {};
      let sum = 0;
      let odd = false;
      starts("points-").forEach((one) => {
        const points = +one.value || 0;
        sum += points;
        odd = odd || points % step;
        divided[one.name.slice(prefix.length + 7)] = points;
      });
      if (odd) return { fault: fill(words.step, step) };
      if (!sum && prefix) return {};
      if (sum !== total) return { fault: restWords(sum, total) };
      return { choice: divided };
    }
    if (kind === "order") {
      const placed = starts("place-").filter((one) => one.value).sort((a, b) => a.value - b.value);
      const least = +form.dataset.least, twice = placed.some((one, n) => n && one.value === placed[n - 1].value);
      if (!placed.length && prefix) return {};
      if (twice || placed.length < least) return { fault: orderWords(placed.length, least) };
      return { choice: placed.map((one) => one.name.slice(prefix.length + 6)) };
    }
    const picked = pressed ? [pressed] : starts("choice").filter((one) => one.checked).map((one) => one.value);
    if (kind === "ticks") {
      const none = starts("none").some((one) => one.checked);
      if (picked.length || none) return { choice: picked };
      return prefix ? {} : { fault: words.tick };
    }
    if (!picked.length) return prefix ? {} : { fault: words.choose };
    return { choice: kind === "scale" ? +picked[0] : picked[0] };
  }
  function ballot(form, button) {
    settled = "";
    const value = (name) => (form.elements[name] ? form.elements[name].value.trim() : "");
    const sent = { round: value("round"), vote: value("vote"), attempt: +form.dataset.attempt };
    if (button && button.name === "abstain") return Object.assign(sent, { choice: null });
    if (form.dataset.ballot === "consent") {
      sent.choice = button && button.name === "choice" ? button.value : value("choice");
      sent.objection = value("objection");
      if (form.elements.objection && !sent.objection) return fault(form, "objection", words.reason);
      return sent;
    }
    const given = answer(form, "", button && button.name === "choice" ? button.value : "");
    if (given.fault) return fault(form, "choice", given.fault);
    sent.choice = given.choice;
    if ($(".own", form)) {
      const own = answer(form, "own-", "");
      if (own.fault) return fault(form, "own-choice", own.fault);
      if (own.choice !== undefined) sent.personal = own.choice;
    }
    if (value("confidence")) sent.confidence = +value("confidence");
    if (value("value_card")) sent.value_card = value("value_card");
    if (value("comment")) sent.comment = value("comment");
    if (value("prediction_role") && value("prediction_option")) {
      sent.prediction = { role: value("prediction_role"), option: value("prediction_option") };
    }
    return sent;
  }
  function key() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (one) => ("0" + one.toString(16)).slice(-2)).join("");
  }
  // The same key until there is an answer: what comes twice is counted once.
  function deliver(sent, draft, tries) {
    const json = { "Content-Type": "application/json" };
    pending = true;
    resend = null;
    note(tries ? words.again : words.sending);
    request("/api/ballot", { method: "POST", headers: json, body: JSON.stringify(sent) })
      .then((reply) => reply.json().catch(() => ({})).then((told) => {
        if (reply.status >= 500 || reply.status === 429 || /^not_(saved|yet)$/.test(told.reason)) throw new Error();
        pending = false;
        note("");
        if (reply.ok) {
          look = "";
          settled = draft;
          delete drafts[draft];
          say(words.received);
          view(true);
        } else {
          view().then(() => tell(told.message || told.text || words.refused));
        }
      }))
      .catch(() => {
        resend = () => deliver(sent, draft, tries + 1);
        setTimeout(() => { if (resend) resend(); }, later(tries));
      });
  }
  function send(form, button) {
    const fields = new URLSearchParams(new FormData(form));
    if (button && button.name) fields.set(button.name, button.value);
    fields.set("form", body.dataset.form || "");
    fields.set("once", key());
    request(form.getAttribute("action"), { method: "POST", body: fields }).then((reply) => reply.text()).then((html) => {
      if (!$(".fault:not([hidden])", parsed(html) || main())) {
        form.reset();
        delete drafts[form.dataset.draft];
      }
      show(html, true);
    }).catch(() => note(words.offline));
  }
  let pressed = null;
  doc.addEventListener("click", (event) => {
    const button = event.target.closest("button, a");
    pressed = button;
    if (!button || button.dataset.show === undefined || !main().contains(button)) return;
    if (main().dataset.kind !== "received" && main().dataset.kind !== "ballot") return;
    event.preventDefault();
    look = button.dataset.show;
    view(true);
  });
  doc.addEventListener("submit", (event) => {
    const form = event.target, button = event.submitter || (form.contains(pressed) ? pressed : null);
    if (!main().contains(form) || form.classList.contains("join")) return;
    event.preventDefault();
    if (pending) return;
    if (!form.dataset.ballot) return send(form, button);
    const sent = ballot(form, button);
    if (sent) deliver(Object.assign(sent, { key: key() }), form.dataset.draft, 0);
  });

  // ------------------------------------------------------------ showing while held: for fingers; keys have the button beside it

  function made(tag, look, text) {
    const one = doc.createElement(tag);
    one.className = look;
    if (tag === "button") one.type = "button";
    if (text) one.textContent = text;
    return one;
  }
  function marked(sign, card) {
    const one = made("button", "sign " + sign[0]);
    one.setAttribute("aria-label", fill(sign[1], "", card.dataset.label));
    return one;
  }
  function holds(button, on, off) {
    button.tabIndex = -1;
    button.setAttribute("aria-hidden", "true");
    button.addEventListener("pointerdown", (event) => { if (!event.button) on(); });
    ["pointerup", "pointercancel", "pointerleave"].forEach((what) => button.addEventListener(what, off));
    button.addEventListener("contextmenu", (event) => event.preventDefault());
  }
  function cover() {
    all("[data-secret] details").forEach((one) => { one.open = false; });
    all("#own").forEach((one) => one.remove());
    if (look === "choice") look = version = "";
  }
  function secret(box) {
    const details = $("details", box), button = made("button", "second hold", words.hold);
    box.insertBefore(button, details);
    holds(button, () => { details.open = true; }, () => { details.open = false; });
  }
  function peek(box) {
    if ($("#own", box)) return;
    const button = made("button", "second hold", words.holdvote);
    let held = false;
    box.insertBefore(button, box.firstChild);
    holds(button, () => {
      held = true;
      fetched("choice", "").then((reply) => {
        const own = $("#own", parsed(reply.html));
        if (held && own && !$("#own")) box.insertBefore(own, button);
      }).catch(() => note(words.offline));
    }, () => { held = false; cover(); });
  }

  // ------------------------------------------------------------ points, orders, ticks, letters left

  const restWords = (sum, total) =>
    sum === total ? fill(words.full, "", total) : sum > total ? fill(words.over, sum - total) : fill(words.rest, total - sum, total);
  const orderWords = (n, least) => (n >= least ? words.ordered : n ? fill(words.next, least - n) : words.first);

  // What is left is told for the vote; the own answer beside it may stay empty.
  const restOf = (form, group) => (group.closest(".own") ? {} : $("[data-rest]", form));

  function points(form, group) {
    const rest = restOf(form, group), total = +form.dataset.total, boxes = all("input[type=number]", group);
    const tally = () => {
      rest.textContent = restWords(boxes.reduce((sum, box) => sum + (+box.value || 0), 0), total);
    };
    const changed = () => { tally(); count(rest.textContent); };
    boxes.forEach((box) => {
      [["less", words.less, -1], ["more-of", words.more, 1]].forEach((sign) => {
        const button = marked(sign, box.closest(".card"));
        button.disabled = box.disabled;
        button.addEventListener("click", () => {
          box.value = Math.min(total, Math.max(0, (+box.value || 0) + sign[2] * form.dataset.step));
          changed();
        });
        box.parentNode.insertBefore(button, sign[2] > 0 ? null : box);
      });
      box.addEventListener("focus", () => box.select());
    });
    group.addEventListener("input", changed);
    tally();
  }

  function order(form, group) {
    const rows = all(".place", group), rest = restOf(form, group), least = +form.dataset.least;
    let placed = rows.filter((row) => row.select().value).sort((a, b) => a.select().value - b.select().value);
    rows.forEach((row) => row.ready(shift));
    function shift(row, by) {
      const at = placed.indexOf(row);
      if (at < 0) placed.push(row);
      else {
        placed.splice(at, 1);
        if (by) placed.splice(Math.min(Math.max(at + by, 0), placed.length), 0, row);
      }
      render();
      const now = placed.indexOf(row);
      say(now < 0 ? orderWords(placed.length, least) : fill(words.place, now + 1));
    }
    function render() {
      const focus = doc.activeElement;
      placed.concat(rows.filter((row) => placed.indexOf(row) < 0)).forEach((row) => {
        const at = placed.indexOf(row);
        row.show(at, placed.length);
        group.appendChild(row);
      });
      if (group.contains(focus)) (focus.disabled || focus.closest("[hidden]") ? $(".row", focus.closest(".place")) : focus).focus();
      rest.textContent = orderWords(placed.length, least);
    }
    render();
  }
  function ready(row) {
    const select = $("select", row), label = $("label", row), button = made("button", label.className);
    const number = made("span", "number"), move = made("div", "move");
    const signs = [["up", words.up, -1], ["down", words.down, 1], ["drop", words.drop, 0]].map((sign) => {
      const one = marked(sign, row);
      move.appendChild(one);
      return [one, sign[2]];
    });
    button.appendChild(number);
    while (label.firstChild) button.appendChild(label.firstChild);
    row.replaceChild(button, label);
    row.insertBefore(move, select.nextSibling);
    button.disabled = select.disabled;
    select.hidden = true;
    select.disabled = false;
    row.select = () => select;
    row.ready = (shift) => {
      button.addEventListener("click", () => { if (!select.value) shift(row, 0); });
      signs.forEach((sign) => sign[0].addEventListener("click", () => shift(row, sign[1])));
    };
    row.show = (at, many) => {
      select.value = at < 0 ? "" : at + 1;
      number.textContent = at < 0 ? "" : at + 1;
      row.classList.toggle("placed", at >= 0);
      move.hidden = at < 0;
      signs[0][0].disabled = at <= 0;
      signs[1][0].disabled = at === many - 1;
    };
  }
  function ticks(group) {
    group.addEventListener("change", (event) => {
      const none = /none$/.test(event.target.name);
      if (event.target.checked) {
        all("input", group).forEach((one) => { if (/none$/.test(one.name) !== none) one.checked = false; });
      }
    });
  }
  function counted(hint) {
    const field = doc.getElementById(hint.id.replace(/-note$/, ""));
    field.addEventListener("input", () => {
      hint.textContent = fill(words.left, +hint.dataset.count - field.value.length);
    });
  }
  function enhance(where) {
    all("[data-secret]", where).forEach(secret);
    all("[data-look]", where).forEach(peek);
    all(".place", where).forEach(ready);
    [["points", points], ["order", order]].forEach((kind) => all("form[data-ballot=" + kind[0] + "] .answers", where)
      .forEach((group) => kind[1](group.closest("form"), group)));
    all("form[data-ballot=ticks] .answers", where).forEach(ticks);
    all("[data-count]", where).forEach((hint) => setTimeout(counted, 0, hint));
  }
  enhance(main());
  listen();
})();
