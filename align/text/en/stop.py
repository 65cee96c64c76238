"""English function words: never the subject of a wrong sense, never counted as content."""

from align.text import table

STOP = table("""
a an the this that these those each every either neither some any no none all both few many much
more most other another such same own what which who whom whose when where why how whether if
i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
we us our ours ourselves they them their theirs themselves one ones someone somebody something
anyone anybody anything everyone everybody everything nobody nothing
be am is are was were been being have has had having do does did doing done will would shall should
can could may might must ought need dare not never n't
of in on at by for with about against between into through during before after above below to from
up down out off over under again further then once here there as than so too very just only also
even still yet already ever else and but or nor because although though while since until unless
upon within without across along around among toward towards via per despite except like amid
's s t d ll m re ve don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't
shouldn't hasn't haven't hadn't it's he's she's that's there's i'm we're they're you're i've we've
they've you've i'll we'll they'll you'll he'll she'll i'd we'd they'd you'd he'd she'd let's
mr mrs ms dr
""")
