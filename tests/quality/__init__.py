"""The project's own scorer: what the program says about the fixtures, against answer keys written by hand.

Run it with `python -m tests.quality`. The keys in `fixtures/keys` were written from the articles alone, without sight
of the code that reads them. `accounts` brings a key and the program's record into one form, `pairing` finds which
event of one is which event of the other, `figures` counts, `report` prints, `floors` guards against loss.
"""
