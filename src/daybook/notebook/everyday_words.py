"""Everyday words for what a person may be looking for, so that a search finds what the guidance calls otherwise."""

EVERYDAY: dict[str, str] = {
    "emergency": "999 ambulance danger emergency fire police",
    "talk": "advice alone helpline listen talk worker",
    "planning": "leave leaving plan safety stay",
    "refuge": "escape hostel refuge safe house shelter",
    "children": "baby child contact custody kid school son daughter teenager",
    "men": "boyfriend father he husband man men male",
    "lgbt": "bisexual gay lesbian lgbt queer trans transgender",
    "stalking": "airtag followed following gps harassment stalked stalker stalking tracker watched",
    "sexual-violence": "assault rape raped sex sexual",
    "images": "blackmail images intimate nudes photos pictures revenge videos",
    "forced-marriage": "arranged cutting fgm forced honour marriage shame",
    "housing": "council eviction flat home homeless house housing landlord mortgage rent tenancy",
    "money": "bank benefits bills cash credit debt food loan money",
    "legal": "court custody divorce injunction law lawyer legal order orders solicitor",
    "immigration": "asylum home office immigration papers passport spouse visa",
    "older": "carer elderly old older parent pension",
    "deaf": "bsl deaf hearing interpreter sign language",
    "disabled": "autism care carer disability disabled learning wheelchair",
    "own-behaviour": "anger angry change hurting my own behaviour",
    "mental-health": "anxious depressed depression low sad self-harm suicide suicidal",
    "crime-support": "court crime police report trial victim witness",
}
"""By need. A need that is not here is found by its title alone."""
