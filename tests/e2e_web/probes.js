// What the tests ask of a page; each answers with a list of what is not as it should be.
(function () {
  const every = (what) => [...document.querySelectorAll(what)];
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const parts = colour.slice(0, 3).map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const own = numbers(getComputedStyle(at).backgroundColor);
      if (own.length === 3 || own[3] > 0) return own;
    }
    return [255, 255, 255];
  };
  const hasWords = (one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const shown = (one) => one.getClientRects().length > 0 && one.checkVisibility();

  function lowContrast(least) {
    const words = every("body *").filter(
      (one) => hasWords(one) && shown(one) && !one.closest(":disabled, .unseen, option"),
    );
    return words
      .map((one) => {
        const own = light(numbers(getComputedStyle(one).color));
        const under = light(ground(one));
        const ratio = (Math.max(own, under) + 0.05) / (Math.min(own, under) + 0.05);
        return [ratio, `${one.textContent.trim().slice(0, 40)}: ${ratio.toFixed(2)}`];
      })
      .filter((pair) => pair[0] < least)
      .map((pair) => pair[1]);
  }

  function spilled() {
    const root = document.documentElement;
    const wide = root.clientWidth;
    const found = root.scrollWidth > wide ? [`the page is ${root.scrollWidth} wide`] : [];
    every("body *").forEach((one) => {
      const box = one.getBoundingClientRect();
      if (one.closest(".unseen, svg, option") || !box.width) return;
      const name = `${one.tagName} ${one.className}`;
      if (box.left < -0.5 || box.right > wide + 0.5) found.push(`outside: ${name}`);
      one.childNodes.forEach((node) => {
        const words = document.createRange();
        words.selectNode(node);
        const right = node.nodeType === 3 ? words.getBoundingClientRect().right : 0;
        if (right > wide + 0.5) found.push(`words outside: ${name}: ${node.textContent}`);
      });
      const cuts = getComputedStyle(one).overflow !== "visible" && one.tagName !== "TEXTAREA";
      if (cuts && one.scrollHeight > one.clientHeight + 1) found.push(`cut: ${name}`);
    });
    return found;
  }

  function badTargets() {
    const what =
      "a, button, summary, label.row, label.pick, select, textarea, [type=text], [type=number]";
    const boxes = every(what)
      .filter(shown)
      .map((one) => {
        const box = one.getBoundingClientRect();
        return { box, name: `${one.tagName} ${one.className} ${one.textContent.slice(0, 30)}` };
      });
    const small = boxes.filter((one) => one.box.height < 47.9 || one.box.width < 47.9);
    const found = small.map((one) => `small: ${one.name} ${one.box.width} x ${one.box.height}`);
    boxes.forEach((one, n) => {
      boxes.slice(n + 1).forEach((other) => {
        const a = one.box;
        const b = other.box;
        const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
        const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
        if (Math.max(across, down) < 7.9) found.push(`close: ${one.name} / ${other.name}`);
      });
    });
    return found;
  }

  // Everything a key can reach; of a group of radio buttons one.
  function reachable() {
    const groups = new Set();
    const what = "a, button, summary, select, textarea, input:not([type=hidden])";
    return every(what).filter((one) => {
      if (!shown(one) || one.disabled || one.tabIndex < 0) return false;
      if (one.type !== "radio") return true;
      const first = !groups.has(one.name);
      groups.add(one.name);
      return first;
    }).length;
  }

  const visited = new Set();
  function focused() {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const drawn = one.matches(".pick input") ? one.nextElementSibling : one;
    const style = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    const across = box.left + box.width / 2;
    const top = document.elementFromPoint(across, box.top + Math.min(6, box.height / 2));
    const over = top && (top === one || drawn.contains(top) || top.contains(drawn));
    visited.add(one);
    return {
      visited: visited.size,
      name: one.outerHTML.slice(0, 90),
      outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
      visible: box.bottom > 0 && box.top < innerHeight && Boolean(over),
    };
  }

  function moving() {
    return every("*").filter((one) => {
      const style = getComputedStyle(one);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
    }).length;
  }

  function spaced() {
    const wide = new CSSStyleSheet();
    const spacing = { "line-height": "1.5", "letter-spacing": ".12em", "word-spacing": ".16em" };
    const rules = Object.entries(spacing).map((pair) => `${pair[0]}: ${pair[1]} !important`);
    wide.replaceSync(`* { ${rules.join("; ")} } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [wide];
  }

  const unfold = () => every("details").forEach((one) => { one.open = true; });
  // The letters that a browser set to 32 instead of 16 pixels gives.
  const large = () => { document.documentElement.style.fontSize = "225%"; };

  window.probes = {
    badTargets, focused, large, lowContrast, moving, reachable, spaced, spilled, unfold,
  };
})();
