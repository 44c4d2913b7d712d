"""The words that stand for an act or a place in what was written down. A word is a sign, and proves nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Phrase = tuple[str, ...]

ACTS: Mapping[str, str] = {
    "call": """rang|rings|ringing|phoned|phones|phoning|missed call|missed calls|voicemail|voicemails|called me|
        calls me|calling me|kept calling|kept ringing|called us|called my|called the|called her|called him|
        called again|called from|withheld number|private number|phone call|phone calls|video call|facetime|
        facetimed|calls from|call from|on the phone|calls in|silent calls""",
    "text": "kept texting|text|texts|texted|texting|text message|text messages|sms",
    "message": """message|messages|messaged|messaging|kept messaging|whatsapp|telegram|messenger|email|emails|emailed|
        e mail|e mails|e mailed|voice note|voice notes|snapchat|dm|dms""",
    "mail": """letter|letters|parcel|parcels|note|notes|flowers|gift|gifts|card|cards|bouquet|
        posted a letter|posted through|by post""",
    "third": """on his behalf|on her behalf|on their behalf|passed on|pass on|pass it on|passed a message|to tell me|
        tell her that|a message from him|a message from her|give me a message|to give me|through a friend|
        through our|through my|to ask me""",
    "social": """facebook|instagram|tiktok|twitter|posted|friend request|tagged|commented|online|his story|her profile|
        my profile|followed me on|social media""",
    "came": """came|kept coming|comes|turned up|turns up|showed up|shows up|waited|waits|waiting|stood|standing|parked|
        sat in|sat outside|sitting|sat on|drove past|drove by|drives past|drives by|drove up|knocked|knocks|
        knocking|banged|banging|hammered|hammering|rang the bell|rang the doorbell|rang the buzzer|rang my bell|
        pressed the buzzer|followed|follows|following|walked past|walked up|walks past|walked in|approached|
        ran after|entered|broke in|let himself in|let herself in|climbed|was outside|is outside|am outside|
        i'm outside|was at|was there|appeared|hanging around|across the road|went to|went into|went round|
        arrived|pulled up|moved back in|slept in|stayed in|got out of|blocked|walked into|stepped|
        opened the door|pushed in|was in the|went in|got in""",
    "violence": """hit|hits|hitting|punched|punches|slapped|slaps|kicked|kicks|pushed|pushes|shoved|grabbed|grabs|
        strangled|choked|throat|spat|pinned|twisted|held my|threw|headbutted|dragged|beat|beaten|kill|hurt you|
        hurt me|hurt her|hurt him|hurts you|break your|burn|stab|knife|threatened|threatens|threat|threats|smash your|
        bit me|burnt me|attacked""",
    "threat": """be sorry|what happens to you|get you|dead|never see the children|find you|take the children|
        pay for this|regret""",
    "harass": """shouted|shouts|shouting|screamed|screaming|swore|swearing|called me names|called me a|calling me a|
        followed|follows|following|watched|watching|watches|stared|staring|looked at me|looked at us|
        again and again|over and over|kept on|keeps on|kept ringing|kept calling|kept texting|kept coming|
        kept messaging|times in|missed calls|won't stop|not stop|wouldn't stop|stalked|stalking|tracker|tracked|
        spied|threatened|threatens|insulted|bullied|filmed|filming|whore|bitch|slag|all night|all day|hammering|
        banging|silent calls|outside all""",
    "property": """broke|breaks|broken|smashed|smash|scratched|slashed|keyed|damaged|damage|burned|burnt|stole|stolen|
        took my|threw my|cut up|kicked in|kicked the|tyre|tyres|cracked|sold my|wrecked|ripped""",
    "fetch": """collect|collected|collecting|fetch|fetched|picked up|pick up|took the children|took them|take them|
        took her|took him|pulled him|pulled her|spoke to|talked to|hugged|gave him|gave her|gave them|asked him|
        asked her""",
    "times": """late|not brought back|brought back|bring them back|bring her back|bring him back|kept the children|
        kept them|kept her|kept him|refused""",
}
"""By act. A phrase comes before the single words in it. A threat counts by who says it, whoever it is about."""

NOT_SIGNS = """bank card|bank cards|a bit|cards on the|library card|bus card|debit card|police came|paper note|
    no difference|broken up|broke up|work out|worked out|hit me that|home office|social worker|phone note|late night|
    as late as|
    called me back|note down|noted|i note|in person|to work it|house phone|card machine"""
"""Phrases whose words mean something else here."""

PLACES: Mapping[str, str] = {
    "home": """home|house|flat|front door|back door|door|doorstep|garden|hall|kitchen|bedroom|bathroom|living room|
        stairs|letterbox|letter box|driveway|buzzer|doorbell|balcony|our road|our street|my road|my street|
        landing|garage|stairwell|window""",
    "school": "school|nursery|playground|classroom|school gate|childminder|playgroup|breakfast club",
    "work": """work|workplace|office|shop|till|my desk|warehouse|my shift|college|university|my manager|
        salon""",
}

CHILDREN = """children|kids|our son|our daughter|my son|my daughter|baby|boys|girls"""


def phrases(words: str) -> Iterator[Phrase]:
    """The phrases of a list parted by bars, each as its words."""
    for phrase in words.split("|"):
        if found := tuple(phrase.split()):
            yield found
