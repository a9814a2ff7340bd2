/* Cycles in a graph of modules, each told once as the way round: a → b → a. */

/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972); for each, a shortest way round its first member.
 */
export function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  return components(graph).flatMap((members) => {
    const start = members.toSorted()[0];
    const way = wayRound(start, graph);
    return way === undefined ? [] : [way];
  });
}

function components(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];

  const enter = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) enter(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) === index.get(node)) found.push(stack.splice(stack.indexOf(node)));
  };

  for (const node of graph.keys()) if (!index.has(node)) enter(node);
  return found;
}

/** The shortest way from `start` back to itself, both ends named; undefined when there is none. */
function wayRound(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of graph.get(way.at(-1)!) ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
