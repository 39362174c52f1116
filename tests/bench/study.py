"""The study that is rated in a bench: 12 key and 8 success outcomes."""

from jtbd_core.study import Outcome, Solution, Step, Study

STEPS = ("Prepare the package", "Hand it over", "Follow it")
DIMENSIONS = ("functional", "functional", "functional", "functional", "emotional", "emotional", "social", "social")

STUDY = Study(
    title="Bench",
    job="Send a package a long distance",
    steps=tuple(Step(id=f"step-{n}", name=name, is_core=n == 1) for n, name in enumerate(STEPS)),
    outcomes=(
        *(
            Outcome(
                id=f"key-{n}", statement=f"Minimize the time it takes to do part {n} of the job", step=f"step-{n % 3}"
            )
            for n in range(12)
        ),
        *(
            Outcome(id=f"success-{n}", statement=f"The package arrives as promised in respect {n}", dimension=dimension)
            for n, dimension in enumerate(DIMENSIONS)
        ),
    ),
    solutions=(Solution(id="post", name="Post office"), Solution(id="courier", name="Courier")),
)
