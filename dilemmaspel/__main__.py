"""Lets `python -m dilemmaspel` do what `dilemmaspel` does."""

from dilemmaspel.cli import main

if __name__ == "__main__":
    main()
