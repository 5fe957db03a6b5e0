# The peers of the analysis bench: numpy and networkx. Each prints the seconds it took, the smallest of some runs.
import sys, time

what, folder = sys.argv[1], sys.argv[2]


def best(n, work):
    times = []
    for _ in range(n):
        start = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2], found


import numpy as np

if what.startswith("square-"):
    n = int(what.split("-")[1])
    a = np.random.default_rng(5).integers(-3, 4, (n, n)).astype(float)
    a + a @ a
    print(best(200 if n < 500 else 15, lambda: a + a @ a)[0])
elif what.startswith("network-"):
    import networkx as nx

    n, n_edges = (int(part) for part in what.split("-")[1:])
    random = np.random.default_rng(7)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    edges = []
    for place in random.choice(n * (n - 1), n_edges, replace=False):
        i, j = divmod(int(place), n - 1)
        edges.append((i, j + (j >= i), int(random.integers(1, 4))))
    graph.add_weighted_edges_from([(i, j, 2520 // m) for i, j, m in edges], weight="length")
    seconds, found = best(3 if n < 500 else 1, lambda: nx.betweenness_centrality(graph, normalized=False, weight="length"))
    with open(f"{folder}/edges.txt", "w") as file:
        file.writelines(f"{i} {j} {m}\n" for i, j, m in edges)
    with open(f"{folder}/betweenness.txt", "w") as file:
        file.writelines(f"{found[i]!r}\n" for i in range(n))
    print(seconds)
elif what == "smaa":
    n_draws, n_rows, n_columns = 10_000, 200, 17
    random = np.random.default_rng(3)
    scores = random.integers(-3, 4, (n_rows, n_columns)).astype(float)

    def smaa():
        weights = random.exponential(size=(n_draws, n_columns))
        weights /= weights.sum(axis=1, keepdims=True)
        values = weights @ scores.T / 3
        order = np.argsort(-values, axis=1)
        ranks = np.empty_like(order)
        np.put_along_axis(ranks, order, np.broadcast_to(np.arange(n_rows), order.shape), axis=1)
        flat = (np.arange(n_rows) * n_rows + ranks).ravel()
        acceptability = np.bincount(flat, minlength=n_rows * n_rows).reshape(n_rows, n_rows) / n_draws
        wins = np.stack([(values[:, row : row + 1] > values).mean(axis=0) for row in range(n_rows)])
        first = order[:, 0]
        central = {int(row): weights[first == row].mean(axis=0) for row in np.unique(first)}
        low, high = np.percentile(values, [5, 95], axis=0)
        return acceptability, wins, central, values.mean(axis=0), low, high

    print(best(5, smaa)[0])
