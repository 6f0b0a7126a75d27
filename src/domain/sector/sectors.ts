// Sectors as data. The four of the founding case come first; the numbers are goals of the UN 2030 Agenda for Sustainable
// Development (https://sdgs.un.org/goals) that a cooperation in this sector serves most directly.
export const SECTORS = {
  'tourism-culture': { sdgs: [8, 11] },
  education: { sdgs: [4] },
  industry: { sdgs: [9] },
  trade: { sdgs: [8, 17] },
  agriculture: { sdgs: [2] },
  fisheries: { sdgs: [14] },
  health: { sdgs: [3] },
  environment: { sdgs: [13, 15] },
  water: { sdgs: [6] },
  energy: { sdgs: [7] },
  transport: { sdgs: [9, 11] },
  'urban-planning': { sdgs: [11] },
  'disaster-preparedness': { sdgs: [11, 13] },
  'public-administration': { sdgs: [16] },
  'science-technology': { sdgs: [9] },
  sport: { sdgs: [3] },
  youth: { sdgs: [4, 8] },
  'women-family': { sdgs: [5] },
} as const satisfies Record<string, { readonly sdgs: readonly number[] }>

export type Sector = keyof typeof SECTORS
export const SECTOR_IDS = Object.keys(SECTORS) as [Sector, ...Sector[]]
