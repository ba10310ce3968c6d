"""Which picture is drawn by which scene, and where its file goes."""

from collections.abc import Callable

from tools.drawing import (
    scenes_app,
    scenes_c1,
    scenes_c2,
    scenes_c3,
    scenes_f1,
    scenes_f1_later,
    scenes_f2,
    scenes_f2_later,
    scenes_f3,
    scenes_p1,
    scenes_p2,
    scenes_p3,
    scenes_trial,
)
from tools.drawing.canvas import Canvas

Scene = Callable[[Canvas], None]

FOLDERS: dict[str, dict[str, Scene]] = {
    "assets/pictures": {
        "welcome": scenes_app.welcome,
        "roles": scenes_app.roles,
        "talk": scenes_app.talk,
        "years": scenes_app.years,
        "closing": scenes_app.closing,
    },
    "scenarios/f1-de-schakel/pictures": {
        "cover": scenes_f1.cover,
        "buurtmaaltijd": scenes_f1.buurtmaaltijd,
        "meebetalen": scenes_f1.meebetalen,
        "waarde": scenes_f1_later.waarde,
        "bezuiniging": scenes_f1_later.bezuiniging,
        "sleutel": scenes_f1_later.sleutel,
    },
    "scenarios/p1-de-volle-wachtkamer/pictures": {
        "cover": scenes_p1.cover,
        "wachtkamer": scenes_p1.wachtkamer,
        "samen-op-pad": scenes_p1.samen_op_pad,
        "wachtlijst": scenes_p1.wachtlijst,
        "voordeur": scenes_p1.voordeur,
    },
    "scenarios/c1-het-wijkteam-loopt-over/pictures": {
        "cover": scenes_c1.cover,
        "spreekuur": scenes_c1.spreekuur,
        "buiten-de-groep": scenes_c1.buiten_de_groep,
        "teamoverleg": scenes_c1.teamoverleg,
        "sleutel": scenes_c1.sleutel,
    },
    "scenarios/f2-wie-zaait-wie-oogst/pictures": {
        "cover": scenes_f2.cover,
        "eerste-huur": scenes_f2.eerste_huur,
        "voordeel": scenes_f2.voordeel,
        "bakkerij": scenes_f2.bakkerij,
        "wie-is-te-helpen": scenes_f2_later.wie_is_te_helpen,
        "partner": scenes_f2_later.partner,
    },
    "scenarios/f3-tellen-of-vertellen/pictures": {
        "cover": scenes_f3.cover,
        "opdracht": scenes_f3.opdracht,
        "filmpje": scenes_f3.filmpje,
        "honderd-punten": scenes_f3.honderd_punten,
        "nieuwe-ronde": scenes_f3.nieuwe_ronde,
    },
    "scenarios/p2-jong-op-het-plein/pictures": {
        "cover": scenes_p2.cover,
        "plein": scenes_p2.plein,
        "jeugdhulp": scenes_p2.jeugdhulp,
        "de-vijf": scenes_p2.de_vijf,
        "in-vertrouwen": scenes_p2.in_vertrouwen,
    },
    "scenarios/p3-achter-de-voordeur/pictures": {
        "cover": scenes_p3.cover,
        "signalen": scenes_p3.signalen,
        "eerste-stap": scenes_p3.eerste_stap,
        "laatste-kans": scenes_p3.laatste_kans,
        "pas": scenes_p3.pas,
    },
    "scenarios/c2-een-dag-in-het-dorp/pictures": {
        "cover": scenes_c2.cover,
        "bus": scenes_c2.bus,
        "open-deur": scenes_c2.open_deur,
        "houtgroep": scenes_c2.houtgroep,
        "kar": scenes_c2.kar,
    },
    "scenarios/c3-iedereen-welkom/pictures": {
        "cover": scenes_c3.cover,
        "huiskamer": scenes_c3.huiskamer,
        "nieuwe-buren": scenes_c3.nieuwe_buren,
        "vaste-tafel": scenes_c3.vaste_tafel,
        "zichtbaar": scenes_c3.zichtbaar,
    },
    "scenarios/proefronde/pictures": {
        "cover": scenes_trial.cover,
        "buurtfeest": scenes_trial.buurtfeest,
    },
}

GALLERY: dict[str, Scene] = {
    f"{folder}/{name}.webp": scene
    for folder, scenes in FOLDERS.items()
    for name, scene in scenes.items()
}
