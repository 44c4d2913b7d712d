"""Signs of two parts with other words between them: "broke" and "my finger", "swung" and "at me"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daybook.domain.breach.bound import BODY, NOT, as_set
from daybook.domain.breach.forms import forms
from daybook.domain.breach.words import is_mark

_MINE = as_set("me us you my our your")
_PRIVATE = as_set(
    "breast breasts boob boobs tit tits bum bottom arse crotch groin knickers pants underwear bra top shirt "
    "blouse skirt dress nightie pyjamas leggings trousers jeans clothes thigh thighs legs"
)
_ON_THE_BODY = as_set(
    "had got put puts putting held holds holding grabbed grabs took takes broke breaks broken cut cuts cutting "
    "bent burnt burned burns burning bit bites biting bitten tore torn struck strikes shook knocked knocks "
    "knocking smashed smash smashes slammed slams slam banged bangs bang ripped rips rip pulled pulls pull "
    "pulling yanked yanks yank twisted twists squeezed squeezes squeezing crushed bruised scratched scratches "
    "fractured dislocated cracked snapped split slit shaved hurt hurts elbowed kneed pressed presses pressing "
    "pushed stuck wrapped covered covering clipped stamped stood stepped threw poured spilled flicked tugged "
    "forced dug sat spat touched stroked rubbed"
)
_BANGED = as_set("banged smashed slammed pulled yanked broken bent burnt held squeezed knocked stamped split bruised")
_AIMED = as_set(
    "swung swings swing swinging wave waved waves waving pointed points pointing aimed aims lunged lunges "
    "raised raises raising lifted chucked chucks chuck lobbed flung fling flings hurled hurls launched fired "
    "shot thrust jabbed spit throws throwing kicked stormed"
)
_RUSHED = as_set(
    "came comes coming come went goes ran runs running drove drives driving drive rode rides riding charged"
)
_ARMED = as_set(
    "had has have got held holds holding picked pulled took waved waving wave waves pointed points pointing "
    "raised swung swinging brandished brandishing grabbed came come went used using use fetched carrying "
    "carried hid with"
)
_WEAPONS = as_set(
    "knives knife hammer axe crowbar machete screwdriver scissors razor sword pistol firearm crossbow taser "
    "chainsaw knuckleduster bat pickaxe"
)
_SENT = as_set(
    "got get gets getting had asked asks asking told tells telling made makes making begged sent sends using used"
)
_REACHING = as_set(
    "ring call phone text message contact email tell ask give pass speak talk say send write show warn "
    "whatsapp beg persuade convince"
)
_ON_A_PAGE = as_set(
    "profile picture pictures photo photos pic pics post posts story stories reel reels status video videos "
    "snap tiktok instagram insta facebook page selfie tweet"
)
_BY_BANK = as_set("monzo revolut paypal starling bank account transfer penny 1p")
_AT = as_set("at towards toward into")
_NEAR_BY = 4
"""So few words lie between "at" or "my" and what it belongs to."""


@dataclass(frozen=True, slots=True)
class TwoPart:
    """An act that is read from a first word, then one of `between`, then a last one, all within `reach` words.

    Where one of `unless` stands right behind the first word it is something else. `rare` is the part that is the less
    common: a text that holds none of it is not read for this.
    """

    act: str
    first: frozenset[str]
    between: frozenset[str]
    last: frozenset[str]
    reach: int
    unless: frozenset[str] = frozenset()
    rare_last: bool = True

    @property
    def telling(self) -> frozenset[str]:
        """The words of its less common part."""
        return self.last if self.rare_last else self.first

    def end(self, words: Sequence[str], index: int) -> int:
        """The place behind its last word, where it begins here; else 0."""
        begin = index + 1
        near = words[begin : begin + self.reach]
        if not near or self.last.isdisjoint(near) or near[0] in self.unless:
            return 0
        for place, word in enumerate(near, begin):
            if is_mark(word):
                return 0
            if word in self.last and self._is_joined(words, begin, place):
                return place + 1
        return 0

    def _is_joined(self, words: Sequence[str], begin: int, place: int) -> bool:
        if not self.between:
            return True
        return not self.between.isdisjoint(words[max(begin, place - _NEAR_BY) : place])


_ONTO = frozenset({"up", "out", "in", "on", "back", "down", "to", "off", "ready", "me", "us", "home"})
TWO_PARTS = (
    TwoPart("sexual", as_set("hand hands finger fingers"), _MINE, _PRIVATE, 5),
    TwoPart("sexual", as_set("pulled pulls ripped tore yanked took put"), _MINE, as_set("knickers underwear bra"), 5),
    TwoPart("sexual", as_set("made makes make forced forces forcing"), _MINE, as_set("sex naked undress"), 6),
    TwoPart("violence", _ON_THE_BODY, _MINE, BODY, 9),
    TwoPart("violence", as_set("knocked knocks kicked punched"), as_set("out"), as_set("tooth teeth"), 6),
    TwoPart("violence", _AIMED, _AT, _MINE, 8, rare_last=False),
    TwoPart("violence", _RUSHED, _AT, as_set("me us you"), 3),
    TwoPart("violence", _ARMED, frozenset(), _WEAPONS, 6),
    TwoPart("violence", as_set("hand hands pillow cushion bag arm forearm"), _MINE, as_set("mouth neck throat"), 6),
    TwoPart("violence", as_set("my our"), BODY, _BANGED, 4),
    TwoPart("violence", frozenset(forms("pour")), frozenset(), as_set("petrol acid paraffin"), 4),
    TwoPart("violence", frozenset(forms("pour")), as_set("over on"), as_set("me us"), 6),
    TwoPart("kept", frozenset(forms("lock")), as_set("me us"), as_set("in out inside outside"), 3),
    TwoPart("kept", NOT | {"refused"}, as_set("let"), as_set("leave out go past pass through"), 4, rare_last=False),
    TwoPart("kept", as_set("took takes taken hid hides"), frozenset(), as_set("key keys"), 4),
    TwoPart("property", as_set("took takes taken hid hides stole"), frozenset(), as_set("key keys"), 4),
    TwoPart("fetch", as_set("took takes taken take"), as_set("out from"), as_set("school nursery"), 6),
    TwoPart("times", NOT | {"refused"}, as_set("bring give hand return"), as_set("back"), 5, rare_last=False),
    TwoPart("mail", as_set("left leaves leaving"), as_set("on at outside through under in"),
            as_set("doorstep windscreen step porch letterbox wiper bonnet car desk"), 6),
    TwoPart("harass", as_set("turned turns turning switched switches cut cuts shut"), as_set("off"),
            as_set("gas electricity electric electrics heating water power wifi internet"), 6),
    TwoPart("message", as_set("sent sends paid pays transferred"), _BY_BANK, as_set("saying reference message"), 9),
    TwoPart("third", _SENT, _REACHING, as_set("me us"), 8, _ONTO),
    TwoPart("social", as_set("likes liked reacted replied comment commented comments viewed views watched shared"),
            frozenset(), _ON_A_PAGE, 5),
)  # fmt: skip
