from tools.scenario_figures import PAGE, written


def test_the_figures_of_the_scenarios_are_those_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == written(), "run: make scenario-figures"
