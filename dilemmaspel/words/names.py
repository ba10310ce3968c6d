"""Names, and where it helps one sentence, for the ids of the game."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dilemmaspel.game.ballots import Channel, ValueCard, Vote
from dilemmaspel.game.ids import IndicatorId, PocketId
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.setup import Deal, Kind, Profile, Voting
from dilemmaspel.game.terms import DeficitPolicy, QuestionType, Status, Theme, TieBreak
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import asking


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the sentence that explains it, both as English messages."""

    name: str
    meaning: str


INDICATORS: Final[Mapping[str, Named]] = {
    "kwaliteit_van_leven": Named(
        mark("Quality of life"), mark("How good people here find their lives.")
    ),
    "verbondenheid": Named(mark("Connectedness"), mark("Do people know and help each other?")),
    "druk_op_zorg": Named(
        mark("Pressure on care"), mark("Waiting times and crowding at the doctor and in care.")
    ),
    "werkdruk": Named(
        mark("Workload"), mark("How full the diaries of professionals and volunteers are.")
    ),
    "draagvlak": Named(mark("Support"), mark("How much support there is for these choices.")),
    "zichtbaarheid": Named(
        mark("Visible value"), mark("Can people show what the work brings about?")
    ),
    "maatschappelijke_kosten": Named(
        mark("Costs to society"), mark("What all parties together spend; now is 100.")
    ),
}

PHASES: Final[Mapping[Phase, str]] = {
    Phase.LOBBY: mark("Coming in"),
    Phase.INTRO: mark("Welcome and agreements"),
    Phase.ROLES: mark("Roles"),
    Phase.NEWS_STORY: mark("News and story"),
    Phase.BRIEFING: mark("Role card"),
    Phase.VOTE1: mark("First vote"),
    Phase.REVEAL1: mark("Result of the first vote"),
    Phase.CAUCUS: mark("Talk within the roles"),
    Phase.TALK: mark("Talk"),
    Phase.VOTE2: mark("Second vote"),
    Phase.RUNOFF: mark("Run-off"),
    Phase.CONSENT_CHECK: mark("Can everyone live with it?"),
    Phase.DECISION: mark("Decision and effects"),
    Phase.REFLECT: mark("A moment’s thought"),
    Phase.AFTERMATH: mark("Years later"),
    Phase.DEBRIEF: mark("Looking back"),
    Phase.CLOSED: mark("Closed"),
}

PAGES: Final[Mapping[Page, str]] = {
    Page.WELCOME: mark("Welcome"),
    Page.AGREEMENTS: mark("What we agree on"),
    Page.ROLES: mark("The roles"),
    Page.NEWS: mark("News"),
    Page.STORY: mark("The story"),
    Page.BRIEFING: mark("Read your role card"),
    Page.RULE: mark("How we decide"),
    Page.VOTE: mark("Vote"),
    Page.REVEAL: mark("The result"),
    Page.CAUCUS: mark("Talk within the roles"),
    Page.TALK: mark("The talk"),
    Page.SHIFT: mark("Who moved?"),
    Page.DECISION: mark("The decision"),
    Page.EFFECTS: mark("What it does now"),
    Page.BUDGET: mark("The money"),
    Page.REFLECT: mark("A moment’s thought"),
    Page.YEAR: mark("A year later"),
    Page.LINES: mark("Through the years"),
    Page.LENSES: mark("Through which glasses?"),
    Page.PAYERS: mark("Who paid, who had the benefit"),
    Page.ENDING: mark("How it ended"),
    Page.QUESTION: mark("Looking back"),
    Page.CLOSING: mark("Thank you"),
}

OVERLAYS: Final[Mapping[Overlay, str]] = {
    Overlay.NONE: mark("Going on"),
    Overlay.PAUSED: mark("Pause"),
    Overlay.BREAK: mark("Break"),
}

QUESTION_TYPES: Final[Mapping[QuestionType, Named]] = {
    QuestionType.SINGLE_CHOICE: Named(mark("Choose one"), mark("Choose one answer.")),
    QuestionType.AGREEMENT: Named(mark("Statement"), mark("How much do you agree?")),
    QuestionType.POINTS: Named(mark("Divide points"), mark("Divide all the points.")),
    QuestionType.RANKING: Named(mark("Put in order"), mark("Put the most important one on top.")),
    QuestionType.APPROVAL: Named(
        mark("Tick what you can live with"), mark("Tick everything you can live with.")
    ),
}

VOTES: Final[Mapping[Vote, str]] = {
    Vote.FIRST: mark("First vote"),
    Vote.SECOND: mark("Second vote"),
    Vote.RUNOFF: mark("Run-off"),
    Vote.CONSENT: mark("Can everyone live with it?"),
}

PROFILES: Final[Mapping[Profile, Named]] = {
    Profile.SHORT: Named(mark("Short"), mark("About 1 hour, 2 dilemmas")),
    Profile.STANDARD: Named(mark("Standard"), mark("About 2 hours, 3 dilemmas")),
    Profile.HALF_DAY: Named(mark("Half a day"), mark("About 3 hours, all dilemmas, with a break")),
}

KINDS: Final[Mapping[Kind, Named]] = {
    Kind.ROLE_PLAY: Named(
        mark("Role play"), mark("Everyone votes as their role. Results per role can be shown.")
    ),
    Kind.OWN_VOICE: Named(
        mark("Own voice"), mark("Everyone votes as themselves. Small groups stay hidden.")
    ),
}

VOTING: Final[Mapping[Voting, Named]] = {
    Voting.PHONE: Named(
        mark("Phones"), mark("Everyone votes on their own phone, without internet.")
    ),
    Voting.PASSED: Named(
        mark("Pass the laptop on"), mark("The laptop goes round; everyone votes unseen.")
    ),
    Voting.HANDS: Named(mark("Hands"), mark("People raise their hand; you count per role.")),
    Voting.TABLE: Named(mark("Table vote"), mark("Each group votes as one.")),
}

CHANNELS: Final[Mapping[Channel, str]] = {
    Channel.PASSED: mark("laptop passed on"),
    Channel.HANDS: mark("counted by hand"),
    Channel.TABLE: mark("table vote"),
    Channel.PHONE: mark("phone"),
    Channel.PAPER: mark("paper card"),
    Channel.BOT: mark("practice"),
}

DEALS: Final[Mapping[Deal, Named]] = {
    Deal.SWAP: Named(mark("Not your own job"), mark("Everyone looks through other glasses.")),
    Deal.CHOSEN: Named(mark("Choose yourself"), mark("Everyone chooses a role.")),
    Deal.RANDOM: Named(mark("By chance"), mark("The app deals the roles.")),
    Deal.FACILITATOR: Named(mark("You decide"), mark("You give everyone a role.")),
}

INPUTS: Final[Mapping[str, Named]] = {
    "confidence": Named(mark("How sure"), mark("How sure are you, from 1 to 5?")),
    "value_card": Named(mark("Value card"), asking.VALUE),
    "comment": Named(mark("Explanation"), mark("Why did you choose this? No names, please.")),
    "personal": Named(mark("Own vote"), asking.OWN),
    "prediction": Named(mark("Prediction"), asking.GUESS),
    "conditions": Named(mark("Yes, if …"), mark("Under which condition would you agree?")),
    "arguments": Named(mark("Arguments"), mark("A short argument for an option.")),
}

VALUE_CARDS: Final[Mapping[ValueCard, str]] = {
    ValueCard.OWN_CONTROL: mark("own control"),
    ValueCard.EQUALITY: mark("equality"),
    ValueCard.SAFETY: mark("safety"),
    ValueCard.CLOSENESS: mark("closeness"),
    ValueCard.AFFORDABILITY: mark("affordability"),
    ValueCard.TRUST: mark("trust"),
    ValueCard.SPEED: mark("speed"),
    ValueCard.SUSTAINABILITY: mark("sustainability"),
    ValueCard.PRIVACY: mark("privacy"),
    ValueCard.CARE: mark("carefulness"),
}

POCKETS: Final[Mapping[str, str]] = {
    "gemeente": mark("Municipality"),
    "zorgverzekeraar": mark("Health insurer"),
    "woningcorporatie": mark("Housing association"),
    "werkgevers": mark("Employers"),
    "ondernemers": mark("Entrepreneurs"),
    "inwoners": mark("Residents"),
    "zorgaanbieder": mark("Care provider"),
    "welzijnsorganisatie": mark("Welfare organisation"),
    "justitie": mark("Justice"),
    "onderwijs": mark("Schools"),
    "rijk": mark("State"),
}

THEMES: Final[Mapping[Theme, str]] = {
    Theme.FUNDING: mark("Funding"),
    Theme.PREVENTION_VS_CARE: mark("Prevention or care"),
    Theme.COLLECTIVE_VS_INDIVIDUAL: mark("Together or apart"),
}

STATUSES: Final[Mapping[Status, str]] = {
    Status.PLAYABLE: mark("Ready to play"),
    Status.OUTLINE: mark("An outline: not ready to play"),
    Status.TRIAL: mark("A small one, to try things out"),
}

TIE_BREAKS: Final[Mapping[TieBreak, str]] = {
    TieBreak.RUNOFF: mark("It was a tie, so there was a run-off."),
    TieBreak.FACILITATOR: mark("It was a tie, so the facilitator decides."),
    TieBreak.STATUS_QUO: mark("It was a tie, so things stay as they are."),
    TieBreak.LOT: mark("It was a tie, so the lot decided."),
}

DEFICIT_POLICIES: Final[Mapping[DeficitPolicy, str]] = {
    DeficitPolicy.WARN: mark("A shortage is allowed, and comes out of the pot."),
    DeficitPolicy.BLOCK: mark("What does not fit cannot be chosen."),
    DeficitPolicy.FACILITATOR: mark("The facilitator decides whether a shortage is allowed."),
}


def indicator(t: Texts, indicator_id: IndicatorId | str) -> str:
    """Name an indicator; an unknown id is written with spaces."""
    known = INDICATORS.get(indicator_id)
    return t(known.name) if known else _plain(indicator_id)


def pocket(t: Texts, pocket_id: PocketId | str, own_name: str = "") -> str:
    """Name a pocket: the scenario's own name, the catalogue's, or else the id with spaces."""
    known = POCKETS.get(pocket_id)
    return own_name or (t(known) if known else _plain(pocket_id))


def capitalised(words: str) -> str:
    """Write words with a capital at the beginning; the rest of them stays."""
    return words[:1].upper() + words[1:]


def _plain(some_id: str) -> str:
    return capitalised(some_id.replace("_", " "))
