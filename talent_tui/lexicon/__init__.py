"""Knowledge as data: words, names and what they mean, in TOML beside this file, one fact a line.

Each table `x.toml` has a module `x.py` that says what its fields mean and loads it; `tables` reads them all the same
way. What the program does generally is code elsewhere; what it knows about the world is here.
"""
