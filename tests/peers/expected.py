#!/usr/bin/env python3
"""Numbers of other programs for the tests of the analysis, stored in expected.json so that tests need no network.

    pip install --target PEERS networkx krippendorff scipy pymcdm numpy
    PYTHONPATH=PEERS python3 tests/peers/expected.py

Inputs are made here by a generator of random numbers with fixed seeds, and stored beside what comes out.
"""
import json
import pathlib

import krippendorff
import networkx as nx
import numpy as np
import pymcdm
import scipy
from pymcdm.methods import PROMETHEE_II
from scipy.cluster import hierarchy
from scipy.spatial import distance
from scipy.stats import entropy, friedmanchisquare

SCORES = np.array([-3, -2, -1, 1, 2, 3])


def network(seed, n, n_edges):
    random = np.random.default_rng(seed)
    places = random.choice(n * (n - 1), n_edges, replace=False)
    edges = []
    for place in sorted(int(place) for place in places):
        i, j = divmod(place, n - 1)
        edges.append([i, j + (j >= i), int(random.choice(SCORES))])
    return edges


def centrality(seed, n, n_edges):
    edges = network(seed, n, n_edges)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    # Lengths 2520/|m|: whole numbers in the proportions of 1/|m|, so that equal ways are equal to the bit.
    graph.add_weighted_edges_from([(i, j, 2520 // abs(m)) for i, j, m in edges], weight="length")
    for i, j, m in edges:
        graph[i][j]["near"] = 1 / abs(m)
    rows = np.zeros((n, n))
    for i, j, m in edges:
        rows[i, j] = abs(m)
    between = nx.betweenness_centrality(graph, normalized=False, weight="length")
    out = nx.closeness_centrality(graph.reverse(), distance="near", wf_improved=True)
    into = nx.closeness_centrality(graph, distance="near", wf_improved=True)
    return {
        "n": n,
        "edges": edges,
        "betweenness": [between[i] for i in range(n)],
        "closeness_out": [out[i] for i in range(n)],
        "closeness_in": [into[i] for i in range(n)],
        "entropy": [float(entropy(row, base=2)) if row.sum() else None for row in rows],
    }


def panel():
    random = np.random.default_rng(11)
    truth = random.integers(-3, 4, 40)
    ratings = np.clip(truth + random.integers(-1, 2, (6, 40)), -3, 3).astype(float)
    full = ratings.copy()
    ratings[random.random((6, 40)) < 0.2] = np.nan
    of = lambda metric, values: float(krippendorff.alpha(reliability_data=values, level_of_measurement=metric))
    positive = np.where(np.isnan(ratings), np.nan, ratings + 4)
    said = lambda values: [[None if np.isnan(value) else value for value in row] for row in values.tolist()]
    chi = float(friedmanchisquare(*full.T).statistic)
    return {
        "ratings": said(ratings),
        "nominal": of("nominal", ratings),
        "ordinal": of("ordinal", ratings),
        "interval": of("interval", ratings),
        "positive": said(positive),
        "ratio": of("ratio", positive),
        "full": full.tolist(),
        "chi_squared": chi,
        "w": chi / (6 * 39),
    }


def shortest_order(tree, square):
    """The smallest sum of neighbours' distances over all orders of the tree, by trying every pair of ends and of inner
    neighbours. SciPy 1.17.1's optimal_leaf_ordering gives longer orders than this."""
    n = len(square)
    best = {i: {(i, i): 0.0} for i in range(n)}
    for step, (left, right, _, _) in enumerate(tree):
        joined = {}
        for (u, x), before in best[int(left)].items():
            for (y, w), after in best[int(right)].items():
                length = before + square[x, y] + after
                if length < joined.get((u, w), np.inf):
                    joined[u, w] = joined[w, u] = length
        best[n + step] = joined
    return float(min(best[2 * n - 2].values()))


def groups():
    random = np.random.default_rng(23)
    centres = random.integers(-3, 4, (4, 17))
    # No two distances are equal: then there is one tree only.
    rows = np.clip(centres[random.integers(0, 4, 30)] + random.normal(0, 0.8, (30, 17)), -3, 3)
    found = {"rows": rows.tolist()}
    for name, metric in (("pearson", "correlation"), ("cosine", "cosine")):
        condensed = distance.pdist(rows, metric)
        tree = hierarchy.linkage(condensed, "average")
        best = hierarchy.leaves_list(hierarchy.optimal_leaf_ordering(tree, condensed))
        square = distance.squareform(condensed)
        found[name] = {
            "distances": condensed.tolist(),
            "heights": tree[:, 2].tolist(),
            "order_length": shortest_order(tree, square),
            "scipy_order_length": float(sum(square[a, b] for a, b in zip(best, best[1:]))),
            "three_groups": hierarchy.fcluster(tree, 3, "maxclust").tolist(),
        }
    return found


def modularity():
    random = np.random.default_rng(31)
    weights = np.triu(random.integers(0, 4, (12, 12)), 1).astype(float)
    groups = random.integers(0, 3, 12)
    graph = nx.from_numpy_array(weights + weights.T)
    communities = [set(np.flatnonzero(groups == group).tolist()) for group in range(3)]
    return {
        "weights": weights.tolist(),
        "groups": groups.tolist(),
        "modularity": float(nx.community.modularity(graph, communities)),
    }


def promethee():
    random = np.random.default_rng(41)
    rows = random.integers(-3, 4, (20, 17)).astype(float)
    weights = random.integers(1, 6, 17).astype(float)
    kinds = {
        "usual": ("usual", None, None),
        "u-shape": ("ushape", None, 1.0),
        "v-shape": ("vshape", 3.0, None),
        "level": ("level", 3.0, 1.0),
        "linear": ("vshape_2", 3.0, 1.0),
    }
    found = {"rows": rows.tolist(), "weights": weights.tolist()}
    for name, (kind, p, q) in kinds.items():
        n = len(weights)
        known = {}
        if p is not None:
            known["p"] = np.full(n, p)
        if q is not None:
            known["q"] = np.full(n, q)
        method = PROMETHEE_II(kind, **known)
        found[name] = [float(x) for x in method(rows, weights / weights.sum(), np.ones(n))]
    return found


def powers():
    random = np.random.default_rng(53)
    m = np.where(random.random((14, 14)) < 0.4, random.integers(-3, 4, (14, 14)), 0).astype(float)
    np.fill_diagonal(m, 0)
    direct = m.sum(axis=1)
    kept = m @ direct
    dropped = kept - (m * m.T).sum(axis=1)
    size = np.abs(m)
    rank = lambda values: [int(1 + (values > value * (1 + 1e-9)).sum()) for value in values]
    power, before, exponent = size @ size, None, 2
    while True:
        now = rank(power.sum(axis=1)), rank(power.sum(axis=0))
        if now == before:
            break
        before = now
        power, exponent = power @ size, exponent + 1
    share = lambda values: (10000 * values / values.sum()).tolist()
    return {
        "m": m.tolist(),
        "direct": direct.tolist(),
        "kept": kept.tolist(),
        "dropped": dropped.tolist(),
        "power": exponent,
        "influence": share(power.sum(axis=1)),
        "dependence": share(power.sum(axis=0)),
        "influence_ranks": now[0],
        "dependence_ranks": now[1],
    }


programs = {"networkx": nx.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
programs["krippendorff"] = __import__("importlib.metadata").metadata.version("krippendorff")
programs["pymcdm"] = __import__("importlib.metadata").metadata.version("pymcdm")
expected = {
    "programs": programs,
    "centrality": [centrality(1, 169, 4371), centrality(2, 40, 90)],
    "panel": panel(),
    "groups": groups(),
    "modularity": modularity(),
    "promethee": promethee(),
    "powers": powers(),
}
target = pathlib.Path(__file__).with_name("expected.json")
target.write_text(json.dumps(expected, separators=(",", ":")) + "\n", encoding="utf-8")
print(target, target.stat().st_size, "bytes", programs)
