"""The icons of the roles, by role id."""

ROLE_ICONS: dict[str, tuple[str, ...]] = {
    # A person at home.
    "inwoner": (
        "M2.5 11 12 3.5 21.5 11",
        "M5 9.5V20.5H19V9.5",
        "c 12 12 2",
        "M8.5 20.5V20a3.5 3.5 0 0 1 7 0v.5",
    ),
    # A heart on an open hand.
    "buurtvrijwilliger": (
        "M12 10.6 8.9 7.5A2.2 2.2 0 0 1 12 4.4a2.2 2.2 0 0 1 3.1 3.1Z",
        "M2.5 14.5H6c1.3 0 2.2.6 3.2 1.5h3.1a1.6 1.6 0 0 1 0 3.2H9",
        "M13.6 17.4 18.6 14.6a1.75 1.75 0 0 1 1.9 2.9L14 21.3H2.5",
    ),
    # Two people who go together.
    "sociaal_werker": (
        "c 7.5 6 2.5",
        "c 16.5 6 2.5",
        "M3 20.5V17a4.5 4.5 0 0 1 9 0 4.5 4.5 0 0 1 9 0v3.5",
        "M12 17v3.5",
    ),
    # A town hall.
    "beleidsmedewerker": (
        "M3 9.5 12 3.5 21 9.5Z",
        "M5.5 13v4.5",
        "M9.8 13v4.5",
        "M14.2 13v4.5",
        "M18.5 13v4.5",
        "M3 21H21",
    ),
    # A heart with the cross of care.
    "zorgaanbieder": (
        "M12 20.5 3.9 12.4A4.9 4.9 0 0 1 10.8 5.5L12 6.7 13.2 5.5A4.9 4.9 0 0 1 20.1 12.4Z",
        "M12 9.5v6",
        "M9 12.5h6",
    ),
    # A block of homes.
    "woningcorporatie": (
        "M3.5 21V10.5L8 6.5 12.5 10.5V21",
        "M12.5 21V3.5H20.5V21",
        "M2 21H22",
        "M8 21V16.5",
        "M16.5 7.5v.6",
        "M16.5 12v.6",
        "M16.5 16.5v.6",
        "M8 12v.3",
    ),
    # A shop with an awning.
    "ondernemer": (
        "M4.5 3.5H19.5L21.5 9.5H2.5Z",
        "M2.5 9.5a3.17 3 0 0 0 6.33 0 3.17 3 0 0 0 6.34 0 3.17 3 0 0 0 6.33 0",
        "M4.5 13V20.5H19.5V13",
        "M9.5 20.5V16.5h5v4",
    ),
    # A magnifying glass over bars.
    "onderzoeker": (
        "c 10.5 10.5 7.5",
        "M16 16 21 21",
        "M7.5 13.5V11",
        "M10.5 13.5V7.5",
        "M13.5 13.5V9.5",
    ),
    # The hammer of the chair.
    "wethouder": (
        "M6.5 8.5 12 3",
        "M14 16 19.5 10.5",
        "M7.5 7.5 15 15",
        "M11 4 18.5 11.5",
        "M11.2 11.3 3 19.5",
        "M13 21H21",
    ),
    # Three parts that hold together.
    "welzijnsbestuurder": (
        "c 12 5.5 2.75",
        "c 5.5 17.5 2.75",
        "c 18.5 17.5 2.75",
        "M10.6 7.9 6.9 15.1",
        "M13.4 7.9 17.1 15.1",
        "M8.3 17.5H15.7",
    ),
    # A stethoscope.
    "huisarts": (
        "M6 3.5H4.5V8.5a4.5 4.5 0 0 0 9 0V3.5H12",
        "M9 13v2.5a5.25 5.25 0 0 0 10.5 0V14",
        "c 19.5 11.5 2.25",
    ),
    # An umbrella.
    "zorgverzekeraar": (
        "M12 2.5V4.5",
        "M2.5 13a9.5 8.5 0 0 1 19 0",
        "M2.5 13a3.17 2.2 0 0 1 6.33 0 3.17 2.2 0 0 1 6.34 0 3.17 2.2 0 0 1 6.33 0",
        "M12 13V18.8a2.4 2.4 0 0 0 4.8 0",
    ),
    # A pair of glasses.
    "observator": (
        "c 6.75 14 3.75",
        "c 17.25 14 3.75",
        "M10.5 13.4a1.8 1.8 0 0 1 3 0",
        "M3 13.5 4.8 7.4A1.7 1.7 0 0 1 7.6 6.7",
        "M21 13.5 19.2 7.4A1.7 1.7 0 0 0 16.4 6.7",
    ),
}
