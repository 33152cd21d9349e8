/** What looks like objects and responses of ours, and is a scalar of the agencies' own. */
export const scalars = [{ id: 1, __typename: 'E0', f0: [null, 'x'] }, [1, [2]], 'text', 5] as const
