import type { NameStock } from './regencies.ts'

interface Names {
  readonly baptismal: Readonly<Record<'FEMALE' | 'MALE', readonly string[]>>
  /** Titles that Sumbanese names begin with. */
  readonly titles: Readonly<Record<'FEMALE' | 'MALE', string>>
  readonly clans: Readonly<Record<NameStock, readonly string[]>>
}

const list = (text: string): readonly string[] => text.split(' ')

/** Names as they are given in East Nusa Tenggara: a baptismal stock that all share, and clan names by area. */
export const names: Names = {
  baptismal: {
    FEMALE: list(
      'Maria Yuliana Kristina Theresia Margaretha Anastasia Elisabeth Yovita Yasinta Bernadeta Agustina Fransiska ' +
        'Adriana Orpa Yohana Marselina Dorkas Regina Veronika Magdalena Yosefina Katarina Rosalia Antonia Mersiana ' +
        'Naomi Debora Selfina Yublina Paulina Wilhelmina Ermelinda Lusia Emiliana Skolastika Oktaviana Melania Sofia',
    ),
    MALE: list(
      'Yohanes Yosef Petrus Paulus Fransiskus Agustinus Dominikus Gabriel Blasius Damianus Wilhelmus Marselinus ' +
        'Ferdinandus Kornelis Markus Matheus Lukas Yermias Semuel Melkianus Antonius Aloysius Benediktus Kanisius ' +
        'Stefanus Ignasius Vinsensius Hendrikus Daniel Yakobus Marthen Oktovianus Silvester Gregorius Remigius Arnoldus',
    ),
  },
  titles: { FEMALE: 'Rambu', MALE: 'Umbu' },
  clans: {
    SUMBA: list(
      'Bili Ngongo Malo Bulu Dappa Lede Mete Kaka Tamo Bora Wunda Ndara Hamu Maramba Nggaba Pati Dangga Lero',
    ),
    TIMOR: list(
      'Liubana Nabuasa Benu Boimau Taneo Fallo Nenobais Selan Tse Banunaek Kase Neolaka Tefa Nomleni Sole Ottu',
    ),
    BELU: list('Bere Seran Nahak Bria Klau Fahik Mau Luan Tahu Berek Manek Hoar Kehi Un Asa Taek Fouk'),
    FLORES_EAST: list('Kian Ola Hayon Koten Tokan Boro Kolin Sabon Masan Beda Lamatokan Kelen Ruing Lewar Witak'),
    FLORES_CENTRAL: list('Woda Mbete Dhae Sare Lalu Bhoka Keu Nanga Mbere Rangga Moan Wangge Lering Soge Raga Wea'),
    MANGGARAI: list('Jehadu Jemali Nggoro Janggur Ngampu Jeramat Harum Ganggut Jelahu Mbaru Nggarang Rabung'),
    ALOR: list('Kamengon Mautuka Langmau Lobang Maniyeni Djahimo Letmau Alokafani Weni Mallaka'),
    ROTE_SABU: list('Ndun Messakh Ndoen Lado Riwu Djami Haba Mangngi Radja Lomi Pello Foeh Manafe'),
  },
}
