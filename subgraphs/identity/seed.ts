import type { Seeding } from '../kit/Seeding.ts'
import { insertRows } from '../kit/insertRows.ts'

/** Fills the civil registry: everybody is in it, however few papers they have. */
export async function seed({ database, people }: Seeding): Promise<void> {
  const rows = people.map((person) => ({
    nik: person.nik,
    full_name: person.fullName,
    birth_date: person.birthDate,
    birth_place: person.birthPlace,
    sex: person.sex,
    marital_status: person.maritalStatus,
    resident_status: person.residentStatus,
    domicile_code: person.domicileCode,
    family_card_number: person.familyCardNumber,
  }))
  await insertRows(database, 'person', rows)
}
