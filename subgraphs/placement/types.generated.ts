import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApplicantRow, PlacementRow, FamilyPermissionRow, PlacementStageEntryRow, PlacementAgencyRow, JobOrderRow, LtsaOfficeRow, Context } from './source.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A country's two-letter code (ISO 3166-1), such as `MY`.
   * ID: Kode negara dua huruf (ISO 3166-1), misalnya `MY`.
   */
  CountryCode: { input: string; output: string; }
  /**
   * A calendar day, `YYYY-MM-DD` (RFC 3339 full-date). Legal validity is counted in days of Central Indonesian Time (WITA).
   * ID: Hari kalender, `YYYY-MM-DD`. Masa berlaku dihitung menurut hari Waktu Indonesia Tengah (WITA).
   */
  Date: { input: string; output: string; }
  /**
   * An instant with its offset from UTC (RFC 3339 date-time).
   * ID: Saat dengan selisih dari UTC (RFC 3339 date-time).
   */
  DateTime: { input: string; output: string; }
  /**
   * The number of a person in the civil registry (Nomor Induk Kependudukan): 16 digits, of which 6 are the region of first
   * registration, 6 the birth date with 40 added to a woman's day, and 4 a serial. It never changes.
   * ID: Nomor Induk Kependudukan: 16 digit, 6 kode wilayah pendaftaran pertama, 6 tanggal lahir (tanggal ditambah 40 untuk perempuan), 4 nomor urut. Tidak pernah berubah.
   */
  NIK: { input: string; output: string; }
  /**
   * A region's code as Kemendagri gives it: `53` province, `53.18` regency or city, `53.18.07` district, `53.18.07.2001` village.
   * ID: Kode wilayah Kemendagri: `53` provinsi, `53.18` kabupaten/kota, `53.18.07` kecamatan, `53.18.07.2001` desa/kelurahan.
   */
  RegionCode: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/**
 * An agency of the graph.
 * ID: Instansi dalam graph.
 */
export type AgencyName =
  /**
   * Civil registry (Disdukcapil).
   * ID: Pencatatan sipil (Disdukcapil).
   */
  | 'CIVIL_REGISTRY'
  /**
   * Health (Dinas Kesehatan).
   * ID: Kesehatan (Dinas Kesehatan).
   */
  | 'HEALTH'
  /**
   * Immigration (Ditjen Imigrasi).
   * ID: Imigrasi (Ditjen Imigrasi).
   */
  | 'IMMIGRATION'
  /**
   * Migrant-worker protection (BP2MI) with manpower (Disnaker).
   * ID: BP2MI dengan Disnaker.
   */
  | 'MIGRANT_WORKER_PROTECTION'
  /**
   * Police (Polri).
   * ID: Kepolisian (Polri).
   */
  | 'POLICE'
  /**
   * Employment social security (BPJS Ketenagakerjaan).
   * ID: BPJS Ketenagakerjaan.
   */
  | 'SOCIAL_SECURITY';

export type Applicant = {
  readonly __typename?: 'Applicant';
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /**
   * Whether the person may leave on a day by the records of all agencies, for the open placement, or by the general law where
   * there is none. Never a guess: where an agency did not answer, it is CANNOT_ASSESS.
   * ID: Kesiapan berangkat pada suatu hari menurut data semua instansi, untuk penempatan yang berjalan, atau menurut ketentuan
   * umum bila tidak ada. Tidak pernah menebak: bila ada instansi yang tidak menjawab, hasilnya CANNOT_ASSESS.
   */
  readonly departureReadiness: Maybe<DepartureReadiness>;
  readonly fullName: Maybe<Scalars['String']['output']>;
  readonly healthExaminations: Maybe<ReadonlyArray<HealthExamination>>;
  readonly insuranceMemberships: Maybe<ReadonlyArray<InsuranceMembership>>;
  readonly maritalStatus: Maybe<MaritalStatus>;
  /**
   * The person's number in the civil registry.
   * ID: Nomor Induk Kependudukan.
   */
  readonly nik: Scalars['NIK']['output'];
  readonly passports: Maybe<ReadonlyArray<Passport>>;
  /**
   * Placements of the person, newest first; a person can be placed again and again.
   * ID: Penempatan orang ini, terbaru lebih dahulu; dapat berulang.
   */
  readonly placements: Maybe<ReadonlyArray<Placement>>;
  readonly policeClearances: Maybe<ReadonlyArray<PoliceClearance>>;
  readonly residentStatus: Maybe<ResidentStatus>;
};


export type ApplicantDepartureReadinessArgs = {
  on: InputMaybe<Scalars['Date']['input']>;
};

/**
 * A certificate of competence.
 * ID: Sertifikat kompetensi kerja.
 */
export type CompetenceCertificate = {
  readonly __typename?: 'CompetenceCertificate';
  /**
   * Last day of validity.
   * ID: Hari terakhir masa berlaku.
   */
  readonly expiresAt: Scalars['Date']['output'];
  /**
   * Day of issue.
   * ID: Tanggal terbit.
   */
  readonly issuedAt: Scalars['Date']['output'];
  /**
   * The certification body (LSP).
   * ID: Lembaga sertifikasi profesi (LSP).
   */
  readonly issuer: Scalars['String']['output'];
  /**
   * The certificate's number.
   * ID: Nomor sertifikat.
   */
  readonly number: Scalars['String']['output'];
};

/**
 * Whether a person may leave on a day, requirement by requirement.
 * ID: Kesiapan berangkat pada suatu hari, per syarat.
 */
export type DepartureReadiness = {
  readonly __typename?: 'DepartureReadiness';
  /**
   * The day it was assessed for.
   * ID: Hari penilaian.
   */
  readonly on: Scalars['Date']['output'];
  /**
   * Every requirement, in the order of the procedure.
   * ID: Semua syarat, menurut urutan prosedur.
   */
  readonly requirements: ReadonlyArray<Requirement>;
  /**
   * The whole.
   * ID: Hasil keseluruhan.
   */
  readonly status: ReadinessStatus;
};

/**
 * Who employs.
 * ID: Pemberi kerja.
 */
export type Employer = {
  readonly __typename?: 'Employer';
  /**
   * The employer's country.
   * ID: Negara pemberi kerja.
   */
  readonly country: Scalars['CountryCode']['output'];
  /**
   * A person or a legal entity.
   * ID: Perseorangan atau badan hukum.
   */
  readonly kind: EmployerKind;
  /**
   * The employer's name.
   * ID: Nama pemberi kerja.
   */
  readonly name: Scalars['String']['output'];
};

/**
 * The kind of employer.
 * ID: Jenis pemberi kerja.
 */
export type EmployerKind =
  /**
   * A person.
   * ID: Perseorangan.
   */
  | 'INDIVIDUAL'
  /**
   * A company or other legal entity.
   * ID: Badan hukum.
   */
  | 'LEGAL_ENTITY';

/**
 * A contract between worker and employer.
 * ID: Perjanjian kerja.
 */
export type EmploymentContract = {
  readonly __typename?: 'EmploymentContract';
  /**
   * Wage a month.
   * ID: Upah per bulan.
   */
  readonly monthlyWage: Maybe<Wage>;
  /**
   * Term in months.
   * ID: Masa kerja dalam bulan.
   */
  readonly months: Scalars['Int']['output'];
  /**
   * The contract's number.
   * ID: Nomor perjanjian.
   */
  readonly number: Scalars['String']['output'];
  /**
   * Day of signature.
   * ID: Tanggal tanda tangan.
   */
  readonly signedAt: Scalars['Date']['output'];
  /**
   * First day of work.
   * ID: Hari pertama bekerja.
   */
  readonly startsAt: Scalars['Date']['output'];
};

/**
 * Permission of the family, known to the village head.
 * ID: Surat izin keluarga, diketahui kepala desa/lurah.
 */
export type FamilyPermission = {
  readonly __typename?: 'FamilyPermission';
  /**
   * Who signed.
   * ID: Penanda tangan.
   */
  readonly signatory: FamilySignatory;
  /**
   * Day of signature.
   * ID: Tanggal tanda tangan.
   */
  readonly signedAt: Scalars['Date']['output'];
  /**
   * The village whose head confirmed it.
   * ID: Desa/kelurahan yang mengetahui.
   */
  readonly village: Maybe<Region>;
};

/**
 * Who signs a family permission.
 * ID: Penanda tangan surat izin keluarga.
 */
export type FamilySignatory =
  /**
   * Guardian.
   * ID: Wali.
   */
  | 'GUARDIAN'
  /**
   * Father or mother.
   * ID: Orang tua.
   */
  | 'PARENT'
  /**
   * Husband or wife.
   * ID: Suami/istri.
   */
  | 'SPOUSE';

export type Fitness =
  | 'DEFERRED'
  | 'FIT'
  | 'FIT_WITH_NOTE'
  | 'UNFIT';

export type HealthExamination = {
  readonly __typename?: 'HealthExamination';
  readonly destinationCountry: Maybe<Scalars['CountryCode']['output']>;
  readonly examinedAt: Scalars['Date']['output'];
  readonly expiresAt: Scalars['Date']['output'];
  readonly physical: Maybe<Fitness>;
  readonly psychological: Maybe<Fitness>;
  readonly voidedAt: Maybe<Scalars['Date']['output']>;
};

export type InsuranceMembership = {
  readonly __typename?: 'InsuranceMembership';
  readonly periods: ReadonlyArray<InsurancePeriod>;
};

export type InsurancePeriod = {
  readonly __typename?: 'InsurancePeriod';
  readonly endsAt: Scalars['Date']['output'];
  readonly paidAt: Maybe<Scalars['Date']['output']>;
  readonly phase: InsurancePhase;
  readonly programmes: ReadonlyArray<InsuranceProgramme>;
  readonly startsAt: Scalars['Date']['output'];
};

export type InsurancePhase =
  | 'BEFORE_WORK'
  | 'DURING_WORK';

export type InsuranceProgramme =
  | 'DEATH'
  | 'OLD_AGE'
  | 'WORK_ACCIDENT';

/**
 * A group of jobs by which rules differ.
 * ID: Kelompok jabatan yang menentukan ketentuan.
 */
export type JobGroup =
  /**
   * Care of the old or sick.
   * ID: Perawat lansia atau orang sakit.
   */
  | 'CAREGIVER'
  /**
   * Construction.
   * ID: Konstruksi.
   */
  | 'CONSTRUCTION'
  /**
   * Domestic work.
   * ID: Pekerja rumah tangga.
   */
  | 'DOMESTIC'
  /**
   * Hotels and restaurants.
   * ID: Hotel dan restoran.
   */
  | 'HOSPITALITY'
  /**
   * Manufacturing.
   * ID: Manufaktur.
   */
  | 'MANUFACTURING'
  /**
   * Other work.
   * ID: Lainnya.
   */
  | 'OTHER'
  /**
   * Plantation work.
   * ID: Perkebunan.
   */
  | 'PLANTATION';

/**
 * A permit to recruit for one order (SIP2MI).
 * ID: Surat Izin Perekrutan Pekerja Migran Indonesia (SIP2MI).
 */
export type JobOrder = {
  readonly __typename?: 'JobOrder';
  /**
   * The country of work.
   * ID: Negara tujuan.
   */
  readonly destinationCountry: Scalars['CountryCode']['output'];
  /**
   * The job.
   * ID: Jabatan.
   */
  readonly jobTitle: Scalars['String']['output'];
  /**
   * Number of the permit, to be taken as opaque.
   * ID: Nomor SIP2MI.
   */
  readonly number: Scalars['ID']['output'];
  /**
   * How many workers it allows.
   * ID: Jumlah pekerja yang diizinkan.
   */
  readonly quota: Scalars['Int']['output'];
  /**
   * Day of revocation, or null.
   * ID: Tanggal pencabutan, atau null.
   */
  readonly revokedAt: Maybe<Scalars['Date']['output']>;
  /**
   * First day.
   * ID: Hari pertama.
   */
  readonly validFrom: Scalars['Date']['output'];
  /**
   * Last day.
   * ID: Hari terakhir.
   */
  readonly validTo: Scalars['Date']['output'];
};

/**
 * A desk of the one-stop office (PP 59/2021 art. 31).
 * ID: Loket LTSA (PP 59/2021 pasal 31).
 */
export type LtsaDesk =
  /**
   * Civil registry.
   * ID: Kependudukan dan pencatatan sipil.
   */
  | 'CIVIL_REGISTRY'
  /**
   * Health.
   * ID: Kesehatan.
   */
  | 'HEALTH'
  /**
   * Immigration.
   * ID: Keimigrasian.
   */
  | 'IMMIGRATION'
  /**
   * Manpower.
   * ID: Ketenagakerjaan.
   */
  | 'MANPOWER'
  /**
   * Police.
   * ID: Kepolisian.
   */
  | 'POLICE'
  /**
   * Social security.
   * ID: Jaminan sosial.
   */
  | 'SOCIAL_SECURITY';

/**
 * A one-stop office for migrant workers.
 * ID: Layanan Terpadu Satu Atap (LTSA).
 */
export type LtsaOffice = {
  readonly __typename?: 'LtsaOffice';
  /**
   * The office's code.
   * ID: Kode kantor.
   */
  readonly code: Scalars['ID']['output'];
  /**
   * The office's name.
   * ID: Nama kantor.
   */
  readonly name: Scalars['String']['output'];
  /**
   * The region it stands in.
   * ID: Wilayah tempat kantor berada.
   */
  readonly region: Maybe<Region>;
  /**
   * The regions it serves.
   * ID: Wilayah yang dilayani.
   */
  readonly serves: Maybe<ReadonlyArray<Region>>;
};

export type MaritalStatus =
  | 'DIVORCED'
  | 'MARRIED'
  | 'MARRIED_UNREGISTERED'
  | 'SINGLE'
  | 'WIDOWED';

/**
 * Attendance at the pre-departure orientation.
 * ID: Keikutsertaan dalam OPP.
 */
export type Orientation = {
  readonly __typename?: 'Orientation';
  /**
   * Day of attendance.
   * ID: Tanggal mengikuti.
   */
  readonly attendedAt: Scalars['Date']['output'];
  /**
   * Lesson hours.
   * ID: Jam pelajaran.
   */
  readonly hours: Scalars['Int']['output'];
};

/**
 * Where a page stands in its list (Relay).
 * ID: Letak halaman dalam daftarnya.
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Cursor of the last edge, or null on an empty page.
   * ID: Kursor terakhir, atau null bila halaman kosong.
   */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /**
   * More follow behind this page.
   * ID: Masih ada halaman berikutnya.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /**
   * Some stand before this page.
   * ID: Ada halaman sebelumnya.
   */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /**
   * Cursor of the first edge, or null on an empty page.
   * ID: Kursor pertama, atau null bila halaman kosong.
   */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

export type Passport = {
  readonly __typename?: 'Passport';
  readonly expiresAt: Scalars['Date']['output'];
  readonly holderBirthDate: Scalars['Date']['output'];
  readonly holderName: Scalars['String']['output'];
  readonly issuedAt: Scalars['Date']['output'];
  readonly kind: PassportKind;
  readonly status: PassportStatus;
};

export type PassportKind =
  | 'ELECTRONIC'
  | 'ORDINARY'
  | 'TRAVEL_DOCUMENT';

/**
 * A recommendation of the manpower office for a passport.
 * ID: Rekomendasi paspor dari Disnaker.
 */
export type PassportRecommendation = {
  readonly __typename?: 'PassportRecommendation';
  /**
   * Day of issue.
   * ID: Tanggal terbit.
   */
  readonly issuedAt: Scalars['Date']['output'];
  /**
   * The letter's number.
   * ID: Nomor surat.
   */
  readonly number: Scalars['String']['output'];
};

export type PassportStatus =
  | 'DAMAGED'
  | 'IN_FORCE'
  | 'LOST'
  | 'REVOKED';

/**
 * A worker's way to one job abroad.
 * ID: Proses penempatan seorang pekerja ke satu pekerjaan di luar negeri.
 */
export type Placement = {
  readonly __typename?: 'Placement';
  /**
   * The placement agency, or null in schemes without one.
   * ID: Perusahaan penempatan (P3MI), atau null bila tanpa perusahaan.
   */
  readonly agency: Maybe<PlacementAgency>;
  /**
   * Agreement between worker and placement agency.
   * ID: Perjanjian penempatan.
   */
  readonly agreement: Maybe<PlacementAgreement>;
  /**
   * The person placed.
   * ID: Orang yang ditempatkan.
   */
  readonly applicant: Maybe<Applicant>;
  /**
   * Number of the electronic worker card (E-KPMI), once issued.
   * ID: Nomor E-KPMI, bila sudah terbit.
   */
  readonly cardNumber: Maybe<Scalars['String']['output']>;
  /**
   * Certificate of competence.
   * ID: Sertifikat kompetensi kerja.
   */
  readonly competence: Maybe<CompetenceCertificate>;
  /**
   * Contract between worker and employer.
   * ID: Perjanjian kerja.
   */
  readonly contract: Maybe<EmploymentContract>;
  /**
   * The country of work.
   * ID: Negara tujuan.
   */
  readonly destinationCountry: Scalars['CountryCode']['output'];
  /**
   * Who employs.
   * ID: Pemberi kerja.
   */
  readonly employer: Employer;
  /**
   * Permission of the family.
   * ID: Surat izin keluarga.
   */
  readonly familyPermission: Maybe<FamilyPermission>;
  /**
   * The placement's id, without meaning.
   * ID: Pengenal penempatan, tanpa makna.
   */
  readonly id: Scalars['ID']['output'];
  /**
   * The group the job belongs to, by which the rules differ.
   * ID: Kelompok jabatan, yang menentukan ketentuan.
   */
  readonly jobGroup: JobGroup;
  /**
   * The recruitment permit, or null in schemes without one.
   * ID: Surat izin perekrutan (SIP2MI), atau null bila tanpa surat.
   */
  readonly jobOrder: Maybe<JobOrder>;
  /**
   * The job as the order names it.
   * ID: Jabatan menurut surat izin perekrutan.
   */
  readonly jobTitle: Scalars['String']['output'];
  /**
   * The one-stop office that serves the person.
   * ID: Kantor LTSA yang melayani.
   */
  readonly ltsaOffice: Maybe<LtsaOffice>;
  /**
   * Pre-departure orientation.
   * ID: Orientasi pra pemberangkatan.
   */
  readonly orientation: Maybe<Orientation>;
  /**
   * Recommendation of the manpower office for a passport.
   * ID: Rekomendasi paspor dari Disnaker.
   */
  readonly recommendation: Maybe<PassportRecommendation>;
  /**
   * The scheme of placement.
   * ID: Skema penempatan.
   */
  readonly scheme: PlacementScheme;
  /**
   * The stage reached.
   * ID: Tahap yang dicapai.
   */
  readonly stage: PlacementStage;
  /**
   * The stages with the time each was reached, oldest first.
   * ID: Riwayat tahap, terlama lebih dahulu.
   */
  readonly stageHistory: ReadonlyArray<PlacementStageEntry>;
  /**
   * Work visa.
   * ID: Visa kerja.
   */
  readonly visa: Maybe<WorkVisa>;
};

/**
 * A licensed placement agency (P3MI).
 * ID: Perusahaan Penempatan Pekerja Migran Indonesia (P3MI).
 */
export type PlacementAgency = {
  readonly __typename?: 'PlacementAgency';
  /**
   * Number of the licence (SIP3MI), to be taken as opaque.
   * ID: Nomor SIP3MI.
   */
  readonly licenceNumber: Scalars['ID']['output'];
  /**
   * The agency's name.
   * ID: Nama perusahaan.
   */
  readonly name: Scalars['String']['output'];
  /**
   * Sanctions on the licence, oldest first.
   * ID: Sanksi atas izin, terlama lebih dahulu.
   */
  readonly sanctions: ReadonlyArray<PlacementAgencySanction>;
  /**
   * The status today.
   * ID: Status hari ini.
   */
  readonly status: PlacementAgencyStatus;
  /**
   * First day of the licence.
   * ID: Hari pertama izin.
   */
  readonly validFrom: Scalars['Date']['output'];
  /**
   * Last day of the licence.
   * ID: Hari terakhir izin.
   */
  readonly validTo: Scalars['Date']['output'];
};

/**
 * A sanction on a licence.
 * ID: Sanksi atas izin.
 */
export type PlacementAgencySanction = {
  readonly __typename?: 'PlacementAgencySanction';
  /**
   * Number of the decree.
   * ID: Nomor keputusan.
   */
  readonly decree: Scalars['String']['output'];
  /**
   * What the sanction does.
   * ID: Jenis sanksi.
   */
  readonly status: PlacementAgencyStatus;
  /**
   * First day.
   * ID: Hari pertama.
   */
  readonly validFrom: Scalars['Date']['output'];
  /**
   * Last day, or null while it goes on.
   * ID: Hari terakhir, atau null bila masih berlaku.
   */
  readonly validTo: Maybe<Scalars['Date']['output']>;
};

/**
 * The status of a placement agency's licence.
 * ID: Status izin perusahaan penempatan.
 */
export type PlacementAgencyStatus =
  /**
   * Active.
   * ID: Aktif.
   */
  | 'ACTIVE'
  /**
   * The licence ran out.
   * ID: Masa izin berakhir.
   */
  | 'EXPIRED'
  /**
   * Suspended in part; no new placements.
   * ID: Penghentian sementara sebagian.
   */
  | 'PARTLY_SUSPENDED'
  /**
   * Revoked.
   * ID: Dicabut.
   */
  | 'REVOKED'
  /**
   * Suspended.
   * ID: Penghentian sementara seluruhnya.
   */
  | 'SUSPENDED'
  /**
   * Warned in writing; it may go on.
   * ID: Peringatan tertulis; boleh terus bekerja.
   */
  | 'WARNED';

/**
 * An agreement between worker and placement agency.
 * ID: Perjanjian penempatan.
 */
export type PlacementAgreement = {
  readonly __typename?: 'PlacementAgreement';
  /**
   * The agreement's number.
   * ID: Nomor perjanjian.
   */
  readonly number: Scalars['String']['output'];
  /**
   * Day of signature.
   * ID: Tanggal tanda tangan.
   */
  readonly signedAt: Scalars['Date']['output'];
};

/**
 * A page of placements (Relay cursor connection).
 * ID: Satu halaman penempatan.
 */
export type PlacementConnection = {
  readonly __typename?: 'PlacementConnection';
  /**
   * The placements of this page with their cursors.
   * ID: Penempatan pada halaman ini beserta kursornya.
   */
  readonly edges: ReadonlyArray<PlacementEdge>;
  /**
   * Of a first page: give it as `updatedSince` at the next look, and no change is missed that this look, all its pages, did not
   * show. It lies before this instant while somebody writes, so that some changes come twice. Null on later pages.
   * ID: Pada halaman pertama: berikan sebagai `updatedSince` saat melihat lagi, maka tidak ada perubahan yang terlewat; sebagian
   * dapat muncul dua kali. Null pada halaman berikutnya.
   */
  readonly nextUpdatedSince: Maybe<Scalars['DateTime']['output']>;
  /**
   * Where the page stands in the list.
   * ID: Letak halaman dalam daftar.
   */
  readonly pageInfo: PageInfo;
};

/**
 * A placement in a list.
 * ID: Sebuah penempatan dalam daftar.
 */
export type PlacementEdge = {
  readonly __typename?: 'PlacementEdge';
  /**
   * Opaque; give it as `after` to continue behind this placement.
   * ID: Kursor; berikan sebagai `after` untuk melanjutkan setelah penempatan ini.
   */
  readonly cursor: Scalars['String']['output'];
  /**
   * The placement.
   * ID: Penempatan.
   */
  readonly node: Maybe<Placement>;
};

/**
 * Which placements a list holds. Conditions add up.
 * ID: Penempatan mana yang masuk daftar. Semua syarat berlaku bersama.
 */
export type PlacementFilter = {
  /**
   * To this country.
   * ID: Ke negara ini.
   */
  readonly destinationCountry?: InputMaybe<Scalars['CountryCode']['input']>;
  /**
   * Served by the one-stop office with this code.
   * ID: Dilayani kantor LTSA dengan kode ini.
   */
  readonly ltsaOffice?: InputMaybe<Scalars['ID']['input']>;
  /**
   * At this stage now.
   * ID: Sedang berada pada tahap ini.
   */
  readonly stage?: InputMaybe<PlacementStage>;
  /**
   * Changed at this instant or later; for what changed since a look, the `nextUpdatedSince` of its first page.
   * ID: Diubah pada atau setelah saat ini; untuk perubahan sejak terakhir dilihat, `nextUpdatedSince` dari halaman pertamanya.
   */
  readonly updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * A scheme of placement.
 * ID: Skema penempatan.
 */
export type PlacementScheme =
  /**
   * Between governments.
   * ID: Antarpemerintah (G to G).
   */
  | 'G_TO_G'
  /**
   * On one's own.
   * ID: Perseorangan (mandiri).
   */
  | 'INDEPENDENT'
  /**
   * For one's own company.
   * ID: Untuk kepentingan perusahaan sendiri (UKPS).
   */
  | 'OWN_COMPANY'
  /**
   * Through a licensed private agency.
   * ID: Melalui P3MI (P to P).
   */
  | 'P_TO_P'
  /**
   * Return to the same employer.
   * ID: Re-entry.
   */
  | 'RE_ENTRY'
  /**
   * Specified skilled worker (Japan).
   * ID: Specified skilled worker (SSW).
   */
  | 'SPECIFIED_SKILLED_WORKER';

/**
 * A stage of the journey, in its order; the last three leave it.
 * ID: Tahap perjalanan, berurutan; tiga yang terakhir berarti keluar.
 */
export type PlacementStage =
  /**
   * Account opened, NIK checked.
   * ID: Akun dibuat, NIK diperiksa.
   */
  | 'ACCOUNT_OPENED'
  /**
   * Placement agreement signed.
   * ID: Perjanjian penempatan ditandatangani.
   */
  | 'AGREEMENT_SIGNED'
  /**
   * Electronic worker card issued; the process before work is complete.
   * ID: E-KPMI terbit; proses sebelum bekerja selesai.
   */
  | 'CARD_ISSUED'
  /**
   * Certificate of competence obtained.
   * ID: Sertifikat kompetensi diperoleh.
   */
  | 'COMPETENT'
  /**
   * Contract signed.
   * ID: Perjanjian kerja ditandatangani.
   */
  | 'CONTRACT_SIGNED'
  /**
   * Deferred.
   * ID: Ditunda.
   */
  | 'DEFERRED'
  /**
   * Departed.
   * ID: Berangkat.
   */
  | 'DEPARTED'
  /**
   * Medical and psychological examination done.
   * ID: Pemeriksaan kesehatan dan psikologi selesai.
   */
  | 'EXAMINED'
  /**
   * Failed.
   * ID: Gagal.
   */
  | 'FAILED'
  /**
   * Informed and counselled.
   * ID: Informasi dan konseling.
   */
  | 'INFORMED'
  /**
   * Insured.
   * ID: Terdaftar jaminan sosial.
   */
  | 'INSURED'
  /**
   * Orientation attended.
   * ID: OPP diikuti.
   */
  | 'ORIENTED'
  /**
   * Passport issued.
   * ID: Paspor terbit.
   */
  | 'PASSPORT_ISSUED'
  /**
   * Police clearance obtained.
   * ID: SKCK terbit.
   */
  | 'POLICE_CLEARED'
  /**
   * Recommended for a passport.
   * ID: Rekomendasi paspor terbit.
   */
  | 'RECOMMENDED'
  /**
   * Registered as a candidate.
   * ID: Terdaftar sebagai calon pekerja migran.
   */
  | 'REGISTERED'
  /**
   * Selected at the manpower office.
   * ID: Lulus seleksi di Disnaker/LTSA.
   */
  | 'SELECTED'
  /**
   * Work visa issued.
   * ID: Visa kerja terbit.
   */
  | 'VISA_ISSUED'
  /**
   * Withdrawn by the worker.
   * ID: Mengundurkan diri.
   */
  | 'WITHDRAWN';

/**
 * A stage and when it was reached.
 * ID: Tahap dan saat tercapainya.
 */
export type PlacementStageEntry = {
  readonly __typename?: 'PlacementStageEntry';
  /**
   * When it was reached.
   * ID: Saat tercapai.
   */
  readonly at: Scalars['DateTime']['output'];
  /**
   * The stage.
   * ID: Tahap.
   */
  readonly stage: PlacementStage;
};

export type PoliceClearance = {
  readonly __typename?: 'PoliceClearance';
  readonly expiresAt: Scalars['Date']['output'];
  readonly issuedAt: Scalars['Date']['output'];
  readonly status: PoliceClearanceStatus;
};

export type PoliceClearanceStatus =
  | 'ISSUED'
  | 'NOT_ISSUED'
  | 'REVOKED';

export type Query = {
  readonly __typename?: 'Query';
  /**
   * The one-stop offices, by code.
   * ID: Kantor LTSA, menurut kode.
   */
  readonly ltsaOffices: Maybe<ReadonlyArray<LtsaOffice>>;
  /**
   * The placement agency with this licence, or null when there is none.
   * ID: Perusahaan penempatan (P3MI) dengan izin ini, atau null bila tidak ada.
   */
  readonly placementAgency: Maybe<PlacementAgency>;
  /**
   * Placements by stage, office, destination and date of change, each with its applicant. The order never changes while rows
   * do: paging shows once what was there at the first page and is still at the last. What comes or changes meanwhile is found
   * by `nextUpdatedSince`.
   * ID: Penempatan menurut tahap, kantor, negara tujuan dan tanggal perubahan, masing-masing dengan pemohonnya. Urutannya tetap
   * meskipun data berubah; yang masuk atau berubah sementara itu ditemukan dengan `nextUpdatedSince`.
   */
  readonly placements: Maybe<PlacementConnection>;
};


export type QueryPlacementAgencyArgs = {
  licenceNumber: Scalars['ID']['input'];
};


export type QueryPlacementsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<PlacementFilter>;
  first?: Scalars['Int']['input'];
};

/**
 * Whether a person may leave.
 * ID: Kesiapan berangkat.
 */
export type ReadinessStatus =
  /**
   * An agency did not answer, so nobody can say.
   * ID: Ada instansi yang tidak menjawab, sehingga belum dapat dinilai.
   */
  | 'CANNOT_ASSESS'
  /**
   * At least one requirement is not met.
   * ID: Ada syarat yang belum terpenuhi.
   */
  | 'NOT_READY'
  /**
   * Every requirement is met or not required.
   * ID: Semua syarat terpenuhi atau tidak disyaratkan.
   */
  | 'READY';

export type Region = {
  readonly __typename?: 'Region';
  /**
   * The region's code.
   * ID: Kode wilayah.
   */
  readonly code: Scalars['RegionCode']['output'];
};

/**
 * One requirement and how it stands.
 * ID: Satu syarat dan keadaannya.
 */
export type Requirement = {
  readonly __typename?: 'Requirement';
  /**
   * Last day on which the evidence holds, where it has one.
   * ID: Hari terakhir berlakunya bukti, bila ada.
   */
  readonly evidenceExpiresAt: Maybe<Scalars['Date']['output']>;
  /**
   * What is required.
   * ID: Apa yang disyaratkan.
   */
  readonly kind: RequirementKind;
  /**
   * The law that asks for it, which may name the destination and the work.
   * ID: Dasar hukumnya, yang dapat menyebut negara tujuan dan pekerjaannya.
   */
  readonly legalBasis: Maybe<Scalars['String']['output']>;
  /**
   * The desk of the one-stop office to go to next, or null when nothing is to be done.
   * ID: Loket LTSA berikutnya, atau null bila tidak ada yang perlu dilakukan.
   */
  readonly nextDesk: Maybe<LtsaDesk>;
  /**
   * How it stands on the day.
   * ID: Keadaannya pada hari itu.
   */
  readonly outcome: RequirementOutcome;
  /**
   * The agency that keeps the evidence.
   * ID: Instansi pemilik bukti.
   */
  readonly ownedBy: AgencyName;
  /**
   * What to look at, where the outcome alone does not say it; also beside MET where an officer should review.
   * ID: Hal yang perlu dilihat bila hasil saja belum cukup; juga di samping MET bila petugas perlu meninjau.
   */
  readonly reason: Maybe<RequirementReason>;
};

/**
 * What the law asks for before a departure.
 * ID: Syarat sebelum berangkat.
 */
export type RequirementKind =
  /**
   * The age the law and the destination ask for.
   * ID: Usia menurut undang-undang dan negara tujuan.
   */
  | 'AGE'
  /**
   * Placement agency licensed on the day.
   * ID: Perusahaan penempatan berizin aktif pada hari itu.
   */
  | 'AGENCY_LICENCE'
  /**
   * Certificate of competence.
   * ID: Sertifikat kompetensi kerja.
   */
  | 'COMPETENCE'
  /**
   * Contract between worker and employer.
   * ID: Perjanjian kerja.
   */
  | 'EMPLOYMENT_CONTRACT'
  /**
   * Permission of spouse, parents or guardian, known to the village head.
   * ID: Surat izin keluarga yang diketahui kepala desa/lurah.
   */
  | 'FAMILY_PERMISSION'
  /**
   * Certificate of medical and psychological examination.
   * ID: Surat keterangan sehat hasil pemeriksaan kesehatan dan psikologi.
   */
  | 'HEALTH'
  /**
   * A living resident known to the civil registry.
   * ID: Penduduk yang hidup dan dikenal pencatatan sipil.
   */
  | 'IDENTITY'
  /**
   * Employment social security that covers the contract.
   * ID: Jaminan sosial yang mencakup masa perjanjian kerja.
   */
  | 'INSURANCE'
  /**
   * Letter on marital status.
   * ID: Surat keterangan status perkawinan.
   */
  | 'MARITAL_LETTER'
  /**
   * Pre-departure orientation.
   * ID: Orientasi pra pemberangkatan (OPP).
   */
  | 'ORIENTATION'
  /**
   * Passport.
   * ID: Paspor.
   */
  | 'PASSPORT'
  /**
   * Agreement between worker and placement agency.
   * ID: Perjanjian penempatan.
   */
  | 'PLACEMENT_AGREEMENT'
  /**
   * Police clearance, where destination or desk asks for it.
   * ID: SKCK, bila diminta negara tujuan atau loket.
   */
  | 'POLICE_CLEARANCE'
  /**
   * Work visa.
   * ID: Visa kerja.
   */
  | 'VISA';

/**
 * How a requirement stands.
 * ID: Keadaan syarat.
 */
export type RequirementOutcome =
  /**
   * The evidence was valid, and no longer is.
   * ID: Bukti sudah kedaluwarsa.
   */
  | 'EXPIRED'
  /**
   * The evidence is valid, but not for as long as is asked.
   * ID: Bukti berlaku, tetapi tidak cukup lama.
   */
  | 'EXPIRES_TOO_SOON'
  /**
   * Met.
   * ID: Terpenuhi.
   */
  | 'MET'
  /**
   * There is no evidence.
   * ID: Belum ada bukti.
   */
  | 'MISSING'
  /**
   * There is evidence, and it says no.
   * ID: Ada bukti, tetapi tidak memenuhi.
   */
  | 'NOT_MET'
  /**
   * Not asked for in this case.
   * ID: Tidak disyaratkan dalam hal ini.
   */
  | 'NOT_REQUIRED'
  /**
   * The agency that keeps the evidence did not answer.
   * ID: Instansi pemilik bukti tidak menjawab.
   */
  | 'SOURCE_UNAVAILABLE'
  /**
   * The evidence was voided, revoked, lost or damaged. A person's document is void for every day, also for one before.
   * ID: Bukti batal, dicabut, hilang atau rusak. Dokumen seseorang batal untuk setiap hari, juga sebelumnya.
   */
  | 'VOID';

/**
 * What to look at in a requirement.
 * ID: Hal yang perlu dilihat pada suatu syarat.
 */
export type RequirementReason =
  /**
   * Older than the rule allows.
   * ID: Di atas usia maksimum.
   */
  | 'ABOVE_MAXIMUM_AGE'
  /**
   * Younger than the rule asks.
   * ID: Di bawah usia minimum.
   */
  | 'BELOW_MINIMUM_AGE'
  /**
   * It ends before the contract does.
   * ID: Berakhir sebelum perjanjian kerja berakhir.
   */
  | 'ENDS_BEFORE_CONTRACT'
  /**
   * The examination was made for another destination.
   * ID: Pemeriksaan untuk negara tujuan lain.
   */
  | 'EXAMINED_FOR_OTHER_DESTINATION'
  /**
   * It was issued for another destination.
   * ID: Diterbitkan untuk negara tujuan lain.
   */
  | 'FOR_OTHER_DESTINATION'
  /**
   * The birth date in the passport is another.
   * ID: Tanggal lahir di paspor berbeda.
   */
  | 'HOLDER_BIRTH_DATE_DIFFERS'
  /**
   * The name in the passport is another.
   * ID: Nama di paspor berbeda.
   */
  | 'HOLDER_NAME_DIFFERS'
  /**
   * The name in the passport differs slightly from the registry; accepted, review advised.
   * ID: Nama di paspor sedikit berbeda dari data kependudukan; diterima, perlu ditinjau.
   */
  | 'HOLDER_NAME_VARIES'
  /**
   * The licence is revoked.
   * ID: Izin dicabut.
   */
  | 'LICENCE_REVOKED'
  /**
   * The licence is suspended.
   * ID: Izin dihentikan sementara.
   */
  | 'LICENCE_SUSPENDED'
  /**
   * Married, but the marriage is not registered.
   * ID: Perkawinan belum tercatat.
   */
  | 'MARRIAGE_NOT_REGISTERED'
  /**
   * The civil registry does not know the NIK.
   * ID: NIK tidak dikenal.
   */
  | 'NIK_UNKNOWN'
  /**
   * There is no open placement to which it could belong.
   * ID: Tidak ada penempatan yang berjalan.
   */
  | 'NO_OPEN_PLACEMENT'
  /**
   * The record was deactivated.
   * ID: Data dinonaktifkan.
   */
  | 'RECORD_INACTIVE'
  /**
   * Registered as deceased.
   * ID: Tercatat meninggal.
   */
  | 'REGISTERED_AS_DECEASED'
  /**
   * The record is a duplicate of another.
   * ID: Tercatat ganda.
   */
  | 'REGISTERED_AS_DUPLICATE'
  /**
   * The examination was deferred.
   * ID: Pemeriksaan ditangguhkan.
   */
  | 'TO_BE_EXAMINED_AGAIN'
  /**
   * The examination concluded unfit.
   * ID: Hasil pemeriksaan tidak laik.
   */
  | 'UNFIT'
  /**
   * The contribution is not paid.
   * ID: Iuran belum dibayar.
   */
  | 'UNPAID'
  /**
   * Less validity is left than the rule asks.
   * ID: Sisa masa berlaku kurang dari ketentuan.
   */
  | 'VALIDITY_MARGIN_TOO_SHORT';

export type ResidentStatus =
  | 'ACTIVE'
  | 'DECEASED'
  | 'DUPLICATE'
  | 'INACTIVE'
  | 'MOVED'
  | 'UNKNOWN';

/**
 * An amount of money in whole units of a currency.
 * ID: Jumlah uang dalam satuan mata uang.
 */
export type Wage = {
  readonly __typename?: 'Wage';
  /**
   * The amount, in whole units.
   * ID: Jumlah, dalam satuan penuh.
   */
  readonly amount: Scalars['Int']['output'];
  /**
   * Currency code (ISO 4217).
   * ID: Kode mata uang (ISO 4217).
   */
  readonly currency: Scalars['String']['output'];
};

/**
 * A work visa.
 * ID: Visa kerja.
 */
export type WorkVisa = {
  readonly __typename?: 'WorkVisa';
  /**
   * The country that issued it.
   * ID: Negara penerbit.
   */
  readonly country: Scalars['CountryCode']['output'];
  /**
   * Last day of validity.
   * ID: Hari terakhir masa berlaku.
   */
  readonly expiresAt: Scalars['Date']['output'];
  /**
   * Day of issue.
   * ID: Tanggal terbit.
   */
  readonly issuedAt: Scalars['Date']['output'];
  /**
   * The visa's number.
   * ID: Nomor visa.
   */
  readonly number: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Applicant: Applicant;
  LtsaOffice: LtsaOffice;
  Placement: Placement;
  PlacementAgency: PlacementAgency;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Applicant:
    ( { __typename: 'Applicant' }
    & GraphQLRecursivePick<FederationTypes['Applicant'], {"nik":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Applicant'], {"fullName":true,"birthDate":true,"maritalStatus":true,"residentStatus":true,"passports":{"kind":true,"issuedAt":true,"expiresAt":true,"status":true,"holderName":true,"holderBirthDate":true},"policeClearances":{"issuedAt":true,"expiresAt":true,"status":true},"healthExaminations":{"examinedAt":true,"expiresAt":true,"physical":true,"psychological":true,"voidedAt":true,"destinationCountry":true},"insuranceMemberships":{"periods":{"phase":true,"programmes":true,"startsAt":true,"endsAt":true,"paidAt":true}}}> ) );
  LtsaOffice:
    ( { __typename: 'LtsaOffice' }
    & GraphQLRecursivePick<FederationTypes['LtsaOffice'], {"code":true}> );
  Placement:
    ( { __typename: 'Placement' }
    & GraphQLRecursivePick<FederationTypes['Placement'], {"id":true}> );
  PlacementAgency:
    ( { __typename: 'PlacementAgency' }
    & GraphQLRecursivePick<FederationTypes['PlacementAgency'], {"licenceNumber":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AgencyName: AgencyName;
  Applicant: ResolverTypeWrapper<ApplicantRow>;
  CompetenceCertificate: ResolverTypeWrapper<CompetenceCertificate>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DepartureReadiness: ResolverTypeWrapper<DepartureReadiness>;
  Employer: ResolverTypeWrapper<Employer>;
  EmployerKind: EmployerKind;
  EmploymentContract: ResolverTypeWrapper<EmploymentContract>;
  FamilyPermission: ResolverTypeWrapper<FamilyPermissionRow>;
  FamilySignatory: FamilySignatory;
  Fitness: Fitness;
  HealthExamination: ResolverTypeWrapper<HealthExamination>;
  InsuranceMembership: ResolverTypeWrapper<InsuranceMembership>;
  InsurancePeriod: ResolverTypeWrapper<InsurancePeriod>;
  InsurancePhase: InsurancePhase;
  InsuranceProgramme: InsuranceProgramme;
  JobGroup: JobGroup;
  JobOrder: ResolverTypeWrapper<JobOrderRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  LtsaDesk: LtsaDesk;
  LtsaOffice: ResolverTypeWrapper<LtsaOfficeRow>;
  MaritalStatus: MaritalStatus;
  NIK: ResolverTypeWrapper<Scalars['NIK']['output']>;
  Orientation: ResolverTypeWrapper<Orientation>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Passport: ResolverTypeWrapper<Passport>;
  PassportKind: PassportKind;
  PassportRecommendation: ResolverTypeWrapper<PassportRecommendation>;
  PassportStatus: PassportStatus;
  Placement: ResolverTypeWrapper<PlacementRow>;
  PlacementAgency: ResolverTypeWrapper<PlacementAgencyRow>;
  PlacementAgencySanction: ResolverTypeWrapper<PlacementAgencySanction>;
  PlacementAgencyStatus: PlacementAgencyStatus;
  PlacementAgreement: ResolverTypeWrapper<PlacementAgreement>;
  PlacementConnection: ResolverTypeWrapper<Omit<PlacementConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PlacementEdge']> }>;
  PlacementEdge: ResolverTypeWrapper<Omit<PlacementEdge, 'node'> & { node?: Maybe<ResolversTypes['Placement']> }>;
  PlacementFilter: PlacementFilter;
  PlacementScheme: PlacementScheme;
  PlacementStage: PlacementStage;
  PlacementStageEntry: ResolverTypeWrapper<PlacementStageEntryRow>;
  PoliceClearance: ResolverTypeWrapper<PoliceClearance>;
  PoliceClearanceStatus: PoliceClearanceStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReadinessStatus: ReadinessStatus;
  Region: ResolverTypeWrapper<Region>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  Requirement: ResolverTypeWrapper<Requirement>;
  RequirementKind: RequirementKind;
  RequirementOutcome: RequirementOutcome;
  RequirementReason: RequirementReason;
  ResidentStatus: ResidentStatus;
  Wage: ResolverTypeWrapper<Wage>;
  WorkVisa: ResolverTypeWrapper<WorkVisa>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Applicant: ApplicantRow;
  CompetenceCertificate: CompetenceCertificate;
  CountryCode: Scalars['CountryCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DepartureReadiness: DepartureReadiness;
  Employer: Employer;
  EmploymentContract: EmploymentContract;
  FamilyPermission: FamilyPermissionRow;
  HealthExamination: HealthExamination;
  InsuranceMembership: InsuranceMembership;
  InsurancePeriod: InsurancePeriod;
  JobOrder: JobOrderRow;
  ID: Scalars['ID']['output'];
  LtsaOffice: LtsaOfficeRow;
  NIK: Scalars['NIK']['output'];
  Orientation: Orientation;
  PageInfo: PageInfo;
  Passport: Passport;
  PassportRecommendation: PassportRecommendation;
  Placement: PlacementRow;
  PlacementAgency: PlacementAgencyRow;
  PlacementAgencySanction: PlacementAgencySanction;
  PlacementAgreement: PlacementAgreement;
  PlacementConnection: Omit<PlacementConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PlacementEdge']> };
  PlacementEdge: Omit<PlacementEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Placement']> };
  PlacementFilter: PlacementFilter;
  PlacementStageEntry: PlacementStageEntryRow;
  PoliceClearance: PoliceClearance;
  Query: Record<PropertyKey, never>;
  Region: Region;
  RegionCode: Scalars['RegionCode']['output'];
  Requirement: Requirement;
  Wage: Wage;
  WorkVisa: WorkVisa;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  String: Scalars['String']['output'];
};

export type CacheControlDirectiveArgs = {
  daily: Maybe<Scalars['Boolean']['input']>;
  liveRequired: Maybe<Scalars['Boolean']['input']>;
  maxAge: Maybe<Scalars['Int']['input']>;
  staleIfError: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type IsDirectiveArgs = {
  field: Scalars['String']['input'];
};

export type IsDirectiveResolver<Result, Parent, ContextType = Context, Args = IsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type LookupDirectiveArgs = { };

export type LookupDirectiveResolver<Result, Parent, ContextType = Context, Args = LookupDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ApplicantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Applicant'] = ResolversParentTypes['Applicant'], FederationReferenceType extends FederationReferenceTypes['Applicant'] = FederationReferenceTypes['Applicant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Applicant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  departureReadiness?: Resolver<Maybe<ResolversTypes['DepartureReadiness']>, ParentType, ContextType, Partial<ApplicantDepartureReadinessArgs>>;
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
  placements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Placement']>>, ParentType, ContextType>;
};

export type CompetenceCertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompetenceCertificate'] = ResolversParentTypes['CompetenceCertificate']> = {
  expiresAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DepartureReadinessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DepartureReadiness'] = ResolversParentTypes['DepartureReadiness']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  requirements?: Resolver<ReadonlyArray<ResolversTypes['Requirement']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReadinessStatus'], ParentType, ContextType>;
};

export type EmployerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Employer'] = ResolversParentTypes['Employer']> = {
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EmployerKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EmploymentContractResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmploymentContract'] = ResolversParentTypes['EmploymentContract']> = {
  monthlyWage?: Resolver<Maybe<ResolversTypes['Wage']>, ParentType, ContextType>;
  months?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type FamilyPermissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FamilyPermission'] = ResolversParentTypes['FamilyPermission']> = {
  signatory?: Resolver<ResolversTypes['FamilySignatory'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  village?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export type JobOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['JobOrder'] = ResolversParentTypes['JobOrder']> = {
  destinationCountry?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  jobTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quota?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type LtsaOfficeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LtsaOffice'] = ResolversParentTypes['LtsaOffice'], FederationReferenceType extends FederationReferenceTypes['LtsaOffice'] = FederationReferenceTypes['LtsaOffice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['LtsaOffice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  serves?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Region']>>, ParentType, ContextType>;
};

export interface NikScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NIK'], any> {
  name: 'NIK';
}

export type OrientationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Orientation'] = ResolversParentTypes['Orientation']> = {
  attendedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PassportRecommendationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PassportRecommendation'] = ResolversParentTypes['PassportRecommendation']> = {
  issuedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlacementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Placement'] = ResolversParentTypes['Placement'], FederationReferenceType extends FederationReferenceTypes['Placement'] = FederationReferenceTypes['Placement']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Placement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['PlacementAgency']>, ParentType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['PlacementAgreement']>, ParentType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType>;
  cardNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  competence?: Resolver<Maybe<ResolversTypes['CompetenceCertificate']>, ParentType, ContextType>;
  contract?: Resolver<Maybe<ResolversTypes['EmploymentContract']>, ParentType, ContextType>;
  destinationCountry?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  employer?: Resolver<ResolversTypes['Employer'], ParentType, ContextType>;
  familyPermission?: Resolver<Maybe<ResolversTypes['FamilyPermission']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobGroup?: Resolver<ResolversTypes['JobGroup'], ParentType, ContextType>;
  jobOrder?: Resolver<Maybe<ResolversTypes['JobOrder']>, ParentType, ContextType>;
  jobTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ltsaOffice?: Resolver<Maybe<ResolversTypes['LtsaOffice']>, ParentType, ContextType>;
  orientation?: Resolver<Maybe<ResolversTypes['Orientation']>, ParentType, ContextType>;
  recommendation?: Resolver<Maybe<ResolversTypes['PassportRecommendation']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['PlacementScheme'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['PlacementStage'], ParentType, ContextType>;
  stageHistory?: Resolver<ReadonlyArray<ResolversTypes['PlacementStageEntry']>, ParentType, ContextType>;
  visa?: Resolver<Maybe<ResolversTypes['WorkVisa']>, ParentType, ContextType>;
};

export type PlacementAgencyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementAgency'] = ResolversParentTypes['PlacementAgency'], FederationReferenceType extends FederationReferenceTypes['PlacementAgency'] = FederationReferenceTypes['PlacementAgency']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PlacementAgency']> | FederationReferenceType, FederationReferenceType, ContextType>;
  licenceNumber?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sanctions?: Resolver<ReadonlyArray<ResolversTypes['PlacementAgencySanction']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PlacementAgencyStatus'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type PlacementAgencySanctionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementAgencySanction'] = ResolversParentTypes['PlacementAgencySanction']> = {
  decree?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PlacementAgencyStatus'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PlacementAgreementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementAgreement'] = ResolversParentTypes['PlacementAgreement']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type PlacementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementConnection'] = ResolversParentTypes['PlacementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PlacementEdge']>, ParentType, ContextType>;
  nextUpdatedSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PlacementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementEdge'] = ResolversParentTypes['PlacementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
};

export type PlacementStageEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlacementStageEntry'] = ResolversParentTypes['PlacementStageEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['PlacementStage'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  ltsaOffices?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LtsaOffice']>>, ParentType, ContextType>;
  placementAgency?: Resolver<Maybe<ResolversTypes['PlacementAgency']>, ParentType, ContextType, RequireFields<QueryPlacementAgencyArgs, 'licenceNumber'>>;
  placements?: Resolver<Maybe<ResolversTypes['PlacementConnection']>, ParentType, ContextType, RequireFields<QueryPlacementsArgs, 'first'>>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type RequirementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Requirement'] = ResolversParentTypes['Requirement']> = {
  evidenceExpiresAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RequirementKind'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextDesk?: Resolver<Maybe<ResolversTypes['LtsaDesk']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['RequirementOutcome'], ParentType, ContextType>;
  ownedBy?: Resolver<ResolversTypes['AgencyName'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['RequirementReason']>, ParentType, ContextType>;
};

export type WageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Wage'] = ResolversParentTypes['Wage']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkVisaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkVisa'] = ResolversParentTypes['WorkVisa']> = {
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Applicant?: ApplicantResolvers<ContextType>;
  CompetenceCertificate?: CompetenceCertificateResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DepartureReadiness?: DepartureReadinessResolvers<ContextType>;
  Employer?: EmployerResolvers<ContextType>;
  EmploymentContract?: EmploymentContractResolvers<ContextType>;
  FamilyPermission?: FamilyPermissionResolvers<ContextType>;
  JobOrder?: JobOrderResolvers<ContextType>;
  LtsaOffice?: LtsaOfficeResolvers<ContextType>;
  NIK?: GraphQLScalarType;
  Orientation?: OrientationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PassportRecommendation?: PassportRecommendationResolvers<ContextType>;
  Placement?: PlacementResolvers<ContextType>;
  PlacementAgency?: PlacementAgencyResolvers<ContextType>;
  PlacementAgencySanction?: PlacementAgencySanctionResolvers<ContextType>;
  PlacementAgreement?: PlacementAgreementResolvers<ContextType>;
  PlacementConnection?: PlacementConnectionResolvers<ContextType>;
  PlacementEdge?: PlacementEdgeResolvers<ContextType>;
  PlacementStageEntry?: PlacementStageEntryResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
  Requirement?: RequirementResolvers<ContextType>;
  Wage?: WageResolvers<ContextType>;
  WorkVisa?: WorkVisaResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  is?: IsDirectiveResolver<any, any, ContextType>;
  lookup?: LookupDirectiveResolver<any, any, ContextType>;
};
