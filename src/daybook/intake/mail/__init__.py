"""Mail: how a mail is cut into its parts while it streams past, and what its heads and words say.

The standard library reads heads and decodes words. The parts are found here, because it keeps a whole mail in memory
and does not say at which byte a part begins. `limits` says how much of one mail is ever held.
"""
