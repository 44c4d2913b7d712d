"""The words for violence: of the hands, of weapons, sexual, of the neck and breath, of being kept in; and for threats.

Which words are here is our choice, and each is only a sign. That pulling hair, spitting, unwanted touch and keeping
somebody in are violence is what support workers and the law say (uk-facts section 6 holds what police ask).
"""

from __future__ import annotations

from collections.abc import Mapping

HARM: Mapping[str, str] = {
    "sexual": """
        wank~|wanking|penetrate~|sodomise~|buggered|finger~ me|tossed himself|touched himself|
        rape~|raping|sexually|sexual assault|sexual abuse|molest~|grope~|groping|gropped|fondle~|having sex|
        have sex with|had sex when|had sex while|sex when i|sex without|private parts|genitals|masturbate~|oral sex|
        blow job|without a condom|without protection|took the condom|removed the condom|without consent|
        did not consent|didn't consent|would not take no|wouldn't take no|while i was asleep|while i slept""",
    "violence": """
        killed|kills|leather~ @|nut~ @|bullet|bullets|
        hit|hits|hitting|punched|punches|slapped|slaps|kicked|kicks|pushed|pushes|shoved|grabbed|grabs|strangled|
        choked|throat|spat|pinned|twisted|held my|threw|headbutted|dragged|beat|beaten|kill|hurt you|hurt me|
        hurt her|hurt him|hurts you|break your|burn|stab|knife|threatened|threatens|threat|threats|smash your|bit me|
        burnt me|attacked|punch~|slap~|kick~ @|kicking|push~ @|pushing|shove~|shoving|shuved|grab~|strangle~|
        strangel~|choke~|throttle~|smother~|suffocate~|the neck|your neck|windpipe|headlock|head lock|choke hold|
        chokehold|spit at|spits|spitting|spit on|pinning|head butt~|headbutt~|drag~|stab~|knifed|threaten~|threatend|
        threatned|threatning|threatining|attack~|assault~|batter~|beat~ up|beating up|bash~ @|smack~ @|
        smack~ the|smacked|held down|thrown against|thrown across|thrown down|thrown onto|
        thrown to|thrown into|
        belt~ @|whack~|wack~ @|thump~|clout~|wallop~|lamp~ @|deck~ @|clobber~|thrash~|pummel~|knock~ @|knocked down|
        knocked out|laid into|laid a hand|laid hands|lays a hand|went for @|goes for @|going for @|go for @|lunge~|
        swung for|swing for|swings for|swipe~ at|struck @|strike~ @|elbow~ @|knee~ @|kneed|kneeling on|knelt on|
        kneels on|stamp~ on @|stomp~ on|trip~ @ up|tripped @|pinch~ @|poke~ @|prod~ @|jab~ @|scratch~ @|claw~ @|
        shook @|shake~ @|shaking @|wrestle~|tackle~ @|trample~|bite~ @|bites @|bitten @|bit you|headfirst|manhandle~|
        man handled|roughed up|sat on top|restrain~|rugby tackled|burn~ @|scald~|cigarette on|stubbed|
        boiling water over|hot tea over|hot coffee over|hot water over|acid|petrol over|petrol through|petrol on|
        douse~|electrocute~|run @ over|ran @ over|rammed|ramming|set the dog|set the dogs|gun|guns|shotgun|rifle|
        machete|blade|weapon|weapons|knifepoint|knife point|with a bat|with a belt|with a hammer|with a bottle|
        with a stick|with a brick|by the hair|by the throat|by the neck|by the scruff|black eye|thick lip|
        good hiding|a hiding|back hander|backhander|violent|violence|waterboard~|throw~ @|thrown at|touch~ @|
        kill hisself|harm~ @|brutal""",
    "threat": """
        end up in a|in a ditch|end up dead|end up like|
        be sorry|what happens to you|get you|dead|never see the children|find you|take the children|pay for this|
        regret|come after @|coming for @|come for @|finish @ off|finish @|end @|do @ in|do time for @|go down for @|
        bury @|body bag|in a box|in the ground|six feet under|in a wheelchair|sort @ out|ruin @|ruin your life|
        make @ pay|pay for what|what would happen|what will happen|what happens if|what happens when|happen to you|
        see what happens|or else|watch your back|last warning|final warning|be next|you're next|i'm next|
        no one else will|nobody else will|no one will have|if i can't have you|murder~|shoot @|slit|slice~ @|
        carve~ @|cut @ up|cut your|disfigure~|throw acid|bleach in|burn the house|burn your|burn it down|set fire|
        torch~|petrol bomb|fire bomb|blow up the|smash @ up|smash @|break every|snap your|rip your|cave your|
        kick your|kick the door in|punch your|bash your|knock your|batter you|take the kids|take the baby|
        take the boys|take the girls|take them off|take them away|take them from|never see the kids|never see your|
        never see them|not see the kids|not see the children|won't see your|wouldn't see your|won't see the kids|
        won't see the children|wouldn't see the kids|wouldn't see the children|won't see them again|
        wouldn't see them again|won't live to|wouldn't live to|put @ in hospital|send someone round|
        send somebody round|have the dog put|dog put down|never see daylight|won't see christmas|
        wouldn't see christmas|live to see|won't wake|wouldn't wake|knows where i live|know where you live|
        know where your|knows where we|know people|knows people|send the boys|have you killed|hurt the|hurt your|
        hurt them|killing|hunt @|track you down|won't be safe|never be safe|not be safe|wouldn't be safe|
        make your life|life hell|living hell""",
    "kept": """
        locked in|would not let go|wouldn't let go|wouldnt let go|blocked the door|blocked the way|blocking the door|
        stood in the doorway|stood in front of the door|barricade~|hostage|prisoner|cornered|took the keys|
        hid the keys|nail~ the door|took the handle off|kidnap~|abduct~""",
}
"""By act, also what the person who does it may write to her."""
HARM_TOLD: Mapping[str, str] = {
    "sexual": """
        forced himself|forced herself|forced themselves|forcing himself|forced me to have|forced me into sex|
        made me have sex|makes me have sex|make me have sex|made me have it|made me sleep with|made me touch|
        made me do things|sex with me|slept with me when|inside me|entered me|took my clothes off|took my knickers|
        took my pants|undressed me|strip~ me|feel me up|felt me up|touch~ me up|touch~ me when|touch~ me while|
        touch~ me between|touch~ me there|touch~ me down|touch~ my breast|touch~ my breasts|touch~ my bum|
        touching my|his hands all over|hands all over me|grab~ my bum|grabbed my breast|grabbed my breasts|
        grabbed my boob|grabbed my boobs|between my legs|my privates|exposed himself|flashed his|without my consent|
        pin~ me to the bed""",
    "violence": """
        smack~ my|made me kneel|made me get on my knees|made me beg|
        kick~ my|straggled me|chocked me|chocking me|my neck|stop~ me breathing|hand over my mouth|beats me|
        beating me|smack~ her|smack~ him|cuff~ me|lay into me|laid his hands|go for me|stood on my|shaken me|
        bitten me|bit us|bit my|bites my|biting my|rough~ me up|rag~ me|sat on me|sitting on me|lay on me|held me|
        holding me|holds me|hold~ me down|crush~ me|squash~ me|burns me|burned me|set me on fire|set fire to me|
        set light to me|running me over|run me down|ran into me|ran me off|run me off the road|drove me off the road|
        drove into me|drove into us|reversed into me|mowed me|set his dog|set her dog|set their dog|set his dogs|
        dog on me|dogs on me|with his fist|with his fists|his fist|his fists|pull~ my hair|by my hair|by my throat|
        by my neck|backhand~ me|drown~ me|poison~ me|push~ me down|trow me|throws me|throwing me|hurting me|hurts me|
        on top of me|drugged me|spike~ my|kill himself|killing himself|kill herself""",
    "threat": """
        find me|find us|get me|finishing me|end me|ruin my life|what happens to me|happen to me|happen to my|
        watch my back|if he can't have me|cut my throat|burn us|burn me|smash my face|break my|snap my|rip my|
        cave my|kick my head|knock my|take my kids|take him off me|take her off me|never see my|not see my|
        won't see my|never see him again|never see her again|wouldn't see my|knows where my|have me killed|hurt my|
        hurt us|killed me|track me down|make my life""",
    "kept": """
        lock~ me in|lock~ us in|lock~ me out|would not let me out|wouldn't let me out|would not let me go|
        wouldn't let me go|would not let me leave|wouldn't let me leave|wouldnt let me|won't let me leave|
        won't let me out|won't let me go|didn't let me leave|did not let me leave|would not let us leave|
        wouldn't let us leave|would not let us out|wouldn't let us out|not let me past|wouldn't let me past|
        wouldn't let me pass|wouldn't let me get|would not let me get|refused to let me|stop~ me leaving|
        stopped me from leaving|stop~ me from leaving|stopped me getting|stop~ me going|blocked my way|
        blocked my path|blocked me in|blocking my|stood in my way|held me there|kept me in|kept me there|
        kept me inside|kept me locked|trapped me|corner~ me|tied me|tied my|tie~ me up|took my key|took my keys|
        hid my keys""",
    "suffered": """
        couldn't breathe|could not breathe|couldnt breathe|can't breathe|couldn't breath|could not breath|
        couldnt breath|unable to breathe|struggle~ to breathe|hard to breathe|gasping|blacked out|passed out|
        went black|lost consciousness|unconscious|saw stars|bruise~|bruising|bruises|black and blue|bleeding|bled|
        concussion|concussed|split lip|stitches""",
}
"""By act, what stands only where somebody tells of it. "suffered" is what she felt: it counts where the person bound is
in the same sentence."""

NO_HARM = """hit me that|hit the brakes|hit the horn|hit the roof|hit the shops|hit the road|big hit|sore throat|
    throat infection|kill time|killing time|killed time|killed the engine|a burn on the|heart burn|heartburn|
    kept in touch|keep in touch|got in touch|get in touch|pushed for|push for|pushed the button|
    pushed the buggy|pushed the pram|pushed the trolley|
    beat the traffic|beat the rush|beat me to|beat me at|threw up|throwing up|threw away|threw a party|
    smack bang|punch line|gun shot|dead battery|dead line|went dead|
    gone dead|dead phone|was dead tired|cut price|choked up|grab a|grabbed a|grabs a|grab some|to grab lunch|
    a touch|bite to eat|acid reflux|head lice|drag on|
    slap up|belt up|pain in the neck|smacked of|smacked my lips|smacked his lips|smacked her lips|
    held down a job|drags on for|
    dragged on for|baby inside me|get me a|get me the|get you a|get you the|get me some"""
"""Phrases that hold such a word and are about something else."""
