/** The agencies, in the order of their ports. */
export type AgencyName = 'identity' | 'passport' | 'police-clearance' | 'health' | 'insurance' | 'placement'
