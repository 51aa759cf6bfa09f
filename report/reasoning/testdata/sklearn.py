# Makes sklearn.txt: forecasts, outcomes, and their Brier score by scikit-learn and its parts by numpy.
import random
import numpy as np
import sklearn
from sklearn.metrics import brier_score_loss
random.seed(20)
print("# python with scikit-learn", sklearn.__version__, "and numpy", np.__version__)
print("# each line: probabilities | outcomes | brier_score_loss | reliability | resolution | uncertainty")
for _ in range(40):
    n = random.randint(1, 40)
    p = [random.randint(0, 20) / 20 for _ in range(n)]
    y = [int(random.random() < 0.5 * q + 0.25) for q in p]
    a, b = np.array(p), np.array(y)
    base = b.mean()
    rel = sum((a == v).mean() * (v - b[a == v].mean()) ** 2 for v in np.unique(a))
    res = sum((a == v).mean() * (b[a == v].mean() - base) ** 2 for v in np.unique(a))
    print(" ".join(map(str, p)), "|", " ".join(map(str, y)), "|", *(format(v, ".12f") + " |" for v in (brier_score_loss(b, a, labels=[0, 1], pos_label=1), rel, res)), format(base * (1 - base), ".12f"))
