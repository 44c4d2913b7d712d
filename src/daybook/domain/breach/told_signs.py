"""More words for contact, coming near and things, as somebody writes who tells of them: "he called round"."""

from __future__ import annotations

from collections.abc import Mapping

TOLD: Mapping[str, str] = {
    "mail": """
        postcard|postcards|teddy|chocolates|roses|valentine|valentines|a present|christmas present|package|packages|
        hamper|balloons|envelopes|in the post|through the post|wrote to me|writes to me|written to me|posted me|
        birthday cake|left me a|left things|left something|interflora""",
    "third": """
        tell mam|tell your mummy|ask mummy|ask mum|to pass on|through the kids|through the children|via the kids|
        via the children|via my|via his|via her|through his mum|through his mother|through his sister|
        through his brother|through his family|through a mate|through mutual|through someone|through somebody|
        used the kids|uses the kids|using the kids|using the children|used the children|go between|sent his|
        sends his|sent people|sent a friend|sent a mate|got his mum|got his mam|got his mate|got his mates|
        got his sister|got his brother|got his dad|got his family|got his friend|got his girlfriend|got someone to|
        got somebody to|gets his|asked around|asking around|asks around|messages through|message via|messages via""",
    "social": """
        instagrammed|ig|tik tok|linkedin|tinder|bumble|hinge|reddit|youtube|strava|friend requests|friend requested|
        friended|added me|adds me|adding me|followed my|following me on|follows me on|requested to follow|
        fake profiles|fake accounts|new accounts|another account|his account|his profile|his status|my story|
        my stories|my status|my posts|my reel|my reels|my selfie|tagging|tags me|tag me|comments on|comment on|
        commenting|liked my|likes my|liking my|liked all|liked one of|liked an old|liked a photo|liked a picture|
        reacted to|mentioned me on|mentions me|went live|live stream|livestream|shared my|unblocked|posts about|
        posting|post about""",
    "came": """
        looking through|looks through|looked through|
        calls round|called in at|called in on|called at the|called at my|called over|called by|calls by|
        called to the|dropped by|drops by|dropped in|pops in|popped round|popped in|popped by|pops round|tap~ on|
        tap~ at|lurk~|loiter~|prowl~|hung around|hung about|hangs about|hangs around|hanging about|hanging round|
        hang around|sat opposite|sits outside|sits in|were outside|be at the|is here|be here|was here|was in my|
        is in my|was in our|was by the|was near|was behind|was next to|was hiding in|was hiding behind|cycled past|
        cycles past|rode past|rides past|ran past|runs past|goes past|went past|walking past|driving by|drive by|
        driven past|drove up and down|drove round|drives round|creeps|crept|sneak~|snuck|hid in|hid behind|breaks in|
        broke into|breaking in|forced his way|forced her way|barge~|pushed his way|pushed past|forced the door|
        forced the lock|forced the window|kicked the door|tried the door|tried the handle|tried to get in|
        trying to get in|rattled|rang my doorbell|rings the bell|rings the doorbell|pressed the bell|
        leaned on the bell|ring doorbell|ring camera|on my camera|on the camera|on the cctv|bumped into|
        crossed the road|crossed over|ran up|came up|walked over|came over|got on the same|same bus|same train|
        tailed|tailing|tailgate~|beeped|beeping|hooted|honked|honking|winked|moved next door|moved into my|parks|
        parking|approaches|approaching|turning up|turnt up|turnd up|showing up|stands|stand outside|stopped next to|
        stopped beside|stopped outside|pull~ alongside|pulled in|drew up|got up close|got close|went up to|
        goes round|visit~ my|visit~ me|visited us|sleeps in|slept outside|climbs|climbing|enters|entering|peering|
        peered|looked in|looking in|looked through my window|arrives|chase~ me|chased us|sat down next|sat next|
        sat behind|sits behind|sits opposite|stood over|stands over|on top of me""",
    "harass": """
        where i live|where i am living|where i'm living|where i was living|where we live|where i had moved|
        stood over|stands over|standing over|loomed over|towered over|parking outside|keeps turning up|keeps coming|
        keeps driving|keeps parking|keeps ringing|keeps calling|keeps texting|keeps messaging|keeps emailing|
        keep messaging|keep calling|keep ringing|drove past|drives past|driving past|drove by|drove up and down|
        kept driving|kept parking|yelled|yelling|yells|screams|swears|abusive|call~ me a|call~ me an|call me names|
        calls me names|calling me names|called me all|called me every|called me fat|called me ugly|called me stupid|
        called me mad|slagging|insults|insulting|bully~|laughed at me|laughed at us|laughing at me|taunt~|humiliate~|
        intimidate~|menacing|harass~|harrass~|harrased|harased|pester~|badger~|hound~|hassle~|bombard~|spamming|
        spammed|terrify~|frighten~|scare~ me|stalker|spies|spying|track~ my|track~ me|tracking|tracks|airtags|
        air tag|air tags|gps|spyware|stalkerware|my location|hacks|hacking|logged into|logged in to|got into my|
        deepfake|rumour|spread lies|spreading lies|lies about me|films|photographed|took photos of|took pictures of|
        took a photo of|took a picture of|taking photos|taking pictures|in my face|up in my face|revved|revving|
        beeped|beeping|hooted|honked|honking|pulled faces|middle finger|gave me the finger|across his throat|
        across her throat|kill hisself|killing himself|kill herself|end his life|take his own life|times a day|
        times a night|times an hour|times today|times tonight|times yesterday|times last|times this|times since|
        non stop|nonstop|constantly|won't leave me alone|wouldn't leave me alone|would not leave me alone|
        not leave me alone|refused to leave|wouldn't leave|would not leave|wouldn't go away|would not go away|
        everywhere i go|wherever i go|glared|glaring|leering|leered|wolf whistled|winked|winking|stares|kicked off|
        kicks off|kicking off|flew into|went mad at|went mental|rage|threats|threatend|threatned|threatning|
        fake profile|fake account|loiter~|lurk~|prowl~|chase~ me|chased us|waits for me|waited for me|waiting for me|
        lay in wait|lying in wait|tailed|tailing|tailgate~""",
    "property": """
        punched the wall|punched a wall|punched the door|punched a hole|kicks the|kick the|kicked my|kicking the|
        his fist through|his foot through|a hole in|holes in|brick at|window in|windows in|key~ my|wing mirror|
        let down my|let my tyres|sprayed|spray painted|egged|set light|on fire|torched|smashes|snapped my|snap my|
        cuts up|cutting up|cut all my|tore up|tore my|tears up|torn|tears my|rips|ripping|shredded|vandalize~|
        wrecking|ruined|threw out|throw~ my|thrown my|binned|dumped my|takes my|taken my|taking my|steals|stealing|
        steal my|nicked|robbed|hid my|hides my|hidden my|emptied my|drained my|pawned|cancelled my|deleted my|
        deleted all|wiped my|dented|cut the wires|cut the phone|cut the electric|threw stones|throwing stones|
        stones at|eggs at""",
}
"""By act. Messages are not searched for these: whoever writes to her says them otherwise."""
