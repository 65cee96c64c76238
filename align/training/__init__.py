"""The workshop: everything that fits or builds what ships.

Nothing imports it but the commands `selaras train …`, when they are called. What it writes lies in
`align/models/`.
"""
