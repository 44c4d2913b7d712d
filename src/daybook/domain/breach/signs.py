"""The words that stand for an act or a place in what was written down. A word is a sign, and proves nothing."""

from __future__ import annotations

from collections.abc import Mapping

from daybook.domain.breach.harm_signs import HARM, HARM_TOLD, NO_HARM
from daybook.domain.breach.told_signs import TOLD as MORE_TOLD

ACTS: Mapping[str, str] = {
    **HARM,
    "call": """
        rang|rung|rings|ringing|phoned|phones|phoning|missed call|missed calls|voicemail|voicemails|called me|
        calls me|
        calling me|kept calling|kept ringing|called us|called my|called the|called her|called him|called again|
        called from|withheld number|private number|phone call|phone calls|video call|facetime|facetimed|calls from|
        call from|on the phone|calls in|silent calls|ring @|ring~ @ up|phone @|call @|to ring|to phone|ring back|
        video called|video calls|video calling|video chat|facetime~|face time|face timed|whatsapp call|
        whatsapp calls|skype~|landline|answerphone|answer phone|answering machine|voice mail|voice mails|hangs up|
        hung up|hanging up|put the phone down|down the phone|belled me|bell me|buzzed me|gave me a ring|
        gives me a ring|gave me a call|gave me a bell|prank call|prank calls|prank called|no caller id|
        blocked number|blocked numbers|unknown number|hidden number|silent call|dialled|missed video call|
        missed facetime""",
    "text": """
        kept texting|text|texts|texted|texting|text message|text messages|sms|txt|txts|txtd|txted|txting|text'd|
        imessage|imessages|imessaged""",
    "message": """
        message|messages|messaged|messaging|kept messaging|whatsapp|telegram|messenger|email|emails|emailed|e mail|
        e mails|e mailed|voice note|voice notes|snapchat|dm|dms|whatsapps|whatsapped|whatsapping|whatsap|whatsapp'd|
        whatsaped|watsapp|watsapped|whats app|whats apps|whats apped|what's app|what's apped|whatapp|whatapped|
        wattsapp|wattsapped|dm'd|dm'ed|dmd|dmed|dming|dm'ing|dm me|pm'd|pmed|pm me|snapped me|snapped us|snapping me|
        a snap|snaps|snapchats|snapchatted|snapchatting|snapchat'd|snap chat|snap chatted|messenged|mesaged|messeged|
        msg|msgs|msgd|msged|inboxed|inbox|voicenote|voicenotes|voice noted|voice message|voice messages|email'd|
        emailing|e mailing|imessage|imessages|imessaged|viber|wechat|discord|signal message|telegrammed|wrote to me|
        writes to me|writing to me|written to me|wrote to us|pinged me|as the reference|as reference|
        in the reference|payment reference|bank reference|transfer reference|reference said|reference saying|
        the reference was|a penny|1p|got in touch|gets in touch|contact~ me|contact~ us|made contact|reached out|
        reply~ to me|new number""",
    "mail": """
        letter|letters|parcel|parcels|note|notes|flowers|gift|gifts|card|cards|bouquet|posted a letter|
        posted through|by post|presents|birthday present|envelope|left you""",
    "third": """
        on his behalf|on her behalf|on their behalf|passed on|pass on|pass it on|passed a message|to tell me|
        tell her that|a message from him|a message from her|give me a message|to give me|through a friend|
        through our|through my|to ask me|tell mummy|tell mum|tell your mum|ask your mum|sent someone|sent somebody""",
    "social": """
        facebook|instagram|tiktok|twitter|posted|friend request|tagged|commented|online|his story|her profile|
        my profile|followed me on|social media|fb|insta|tiktoks|snapchat|follow request|fake profile|fake account|
        new account|group chat|unblocked|your profile|your story""",
    "came": """
        came|kept coming|comes|turned up|turns up|showed up|shows up|waited|waits|waiting|stood|standing|parked|
        sat in|sat outside|sitting|sat on|drove past|drove by|drives past|drives by|drove up|knocked|knocks|knocking|
        banged|banging|hammered|hammering|rang the bell|rang the doorbell|rang the buzzer|rang my bell|
        pressed the buzzer|followed|follows|following|walked past|walked up|walks past|walked in|approached|
        ran after|entered|broke in|let himself in|let herself in|climbed|was outside|is outside|am outside|
        i'm outside|im outside|he's outside|hes outside|she's outside|shes outside|they're outside|
        theyre outside|are outside|been round|was at|was there|appeared|hanging around|across the road|
        went to|went into|went round|arrived|
        pulled up|moved back in|slept in|stayed in|got out of|blocked|walked into|stepped|opened the door|pushed in|
        was in the|went in|got in|called round|calling round|call round|be outside|been outside|going past|
        driving past|drive past|park outside|turn up|show up|i'm here|i am here|come round|coming round|coming over|
        on my way|outside your|at your door|come to your|came to your|your door""",
    "harass": """
        shouted|shouts|shouting|screamed|screaming|swore|swearing|called me names|called me a|calling me a|followed|
        follows|following|watched|watching|watches|stared|staring|looked at me|looked at us|again and again|
        over and over|kept on|keeps on|kept ringing|kept calling|kept texting|kept coming|kept messaging|times in|
        missed calls|won't stop|not stop|wouldn't stop|stalked|stalking|tracker|tracked|spied|threatened|threatens|
        insulted|bullied|filmed|filming|whore|bitch|slag|all night|all day|hammering|banging|silent calls|
        outside all|abuse|slut|slags|cunt|twat|whores|bitches|psycho|blackmail~|stalk~|airtag|hacked|nudes|nude|
        naked|revenge porn|intimate pictures|intimate photos|intimate images|sex tape|rumours|kill himself|suicide|
        threat|threaten~|wherever you go|saw you|seen you|i see you|watching you|i was watching|your location|
        leave me alone|call~ you a""",
    "property": """
        broke|breaks|broken|smashed|smash|scratched|slashed|keyed|damaged|damage|burned|burnt|stole|stolen|took my|
        threw my|cut up|kicked in|kicked the|glue|glued|superglued|tyre|tyres|cracked|sold my|wrecked|ripped|
        brick through|bricks|slash~|
        graffiti|bleach|set fire|arson|smashing|destroy~|vandalise~|trash~|wrecks|torch~""",
    "fetch": """
        collect|collected|collecting|fetch|fetched|picked up|pick up|took the children|took them|take them|took her|
        took him|pulled him|pulled her|spoke to|talked to|hugged|gave him|gave her|gave them|asked him|asked her|
        collects|fetches|picks up|picking up|took the kids|takes the kids|take the kids|take the children|
        take the kids to|take the children to|takes the children|taking the kids|taking the children|took our|
        took my son|took my daughter|took my kids|took my children|take my kids|takes them|taking them|took the baby|
        takes the baby|take the baby|take the boys|take the girls|take them off|take them away|take them from|
        drove off with|ran off with|went off with|snatch~|abduct~|speak to|speaks to|speaking to|talk to|talks to|
        talking to|kissed|gives them|gives her|gives him|asks her|asks him|asked them|asked the kids|
        asked the children|told the kids|told the children|tells the kids|waved at|waved to|kept the kids|
        keeps the kids""",
    "times": """
        late|not brought back|brought back|bring them back|bring her back|bring him back|kept the children|kept them|
        kept her|kept him|refused|later than|hours late|minutes late|early|didn't bring|did not bring|didn't return|
        did not return|not returned|never brought|never returned|not bring|won't bring|wouldn't bring|
        would not bring|refuses|refusing|kept the kids|keeps the kids|keeps the children|kept my son|
        kept my daughter|kept our|wrong day|another day|changed the day|changed the time|overnight""",
}
"""By act, for each the phrases as `forms.phrases` reads them. A phrase comes
before the single words in it. A threat counts by who says it, whoever it is about."""

TOLD: Mapping[str, str] = {**HARM_TOLD, **MORE_TOLD}
"""By act, what is read in accounts besides."""

SAW = ("saw", "see", "seen", "spotted", "noticed", "met", "found", "recognised", "passed")
"""Words for that she saw somebody, with whom behind them: he was there."""

NOT_SIGNS = f"""
    {NO_HARM}|bank card|bank cards|a bit|cards on the|library card|bus card|debit card|police came|paper note|
    no difference|broken up|broke up|work out|worked out|hit me that|home office|social worker|phone note|late night|
    as late as|called me back|note down|noted|i note|in person|to work it|house phone|card machine|was present|
    shopping trolley|a note of|made a note|take note|took note|sat down to|parking ticket|parking space|parking fine|
    blocked drain|saw red|saw fit|called out of|call it|calls it|called it|called off|what they call|ring binder|
    text book|came true|came out of hospital|stood up for me|stands for|standing order|with standing|came to mind"""
"""Phrases whose words mean something else here."""

PLACES: Mapping[str, str] = {
    "home": """home|house|flat|front door|back door|door|doorstep|garden|hall|kitchen|bedroom|bathroom|living room|
        stairs|letterbox|letter box|driveway|buzzer|doorbell|balcony|our road|our street|my road|my street|
        landing|garage|stairwell|window|
        windows|my porch|the porch|patio|shed|back gate|side gate|back garden|front garden|fence|my gate|conservatory|
        our house|in my bed|cat flap|the yard|back yard|let himself in|let herself in|old key|spare key|my keys""",
    "school": """school|nursery|playground|classroom|school gate|childminder|playgroup|breakfast club|preschool|
        pre school|after school club|reception class|school run|sports day|parents evening""",
    "work": """work|workplace|office|shop|till|my desk|warehouse|my shift|college|university|my manager|
        salon|factory|staff room|car park at work""",
}

CHILDREN = """children|kids|our son|our daughter|my son|my daughter|baby|boys|girls"""
