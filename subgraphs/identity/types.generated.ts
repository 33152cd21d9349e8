import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApplicantRow, RegionRow, Context } from './source.ts';
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
 * A person who prepares to work abroad, or has worked there. Every agency adds what it knows; what an agency could not
 * answer is null, and an error names it.
 * ID: Calon atau mantan pekerja migran Indonesia. Setiap instansi menambahkan datanya; yang tidak terjawab bernilai null.
 */
export type Applicant = {
  readonly __typename?: 'Applicant';
  /**
   * Age in whole years on a day, or null before birth.
   * ID: Usia dalam tahun penuh pada suatu hari.
   */
  readonly age: Maybe<Scalars['Int']['output']>;
  /**
   * Birth date as registered; it may differ from the one inside the NIK, which never changes.
   * ID: Tanggal lahir sesuai pencatatan sipil; dapat berbeda dari yang ada di NIK.
   */
  readonly birthDate: Maybe<Scalars['Date']['output']>;
  /**
   * Place of birth.
   * ID: Tempat lahir.
   */
  readonly birthPlace: Maybe<Scalars['String']['output']>;
  /**
   * The village or district of residence.
   * ID: Desa/kelurahan atau kecamatan domisili.
   */
  readonly domicile: Maybe<Region>;
  /**
   * Number of the family card the person stands on.
   * ID: Nomor Kartu Keluarga.
   */
  readonly familyCardNumber: Maybe<Scalars['String']['output']>;
  /**
   * Full name as registered; many people of NTT have one name only.
   * ID: Nama lengkap sesuai pencatatan sipil.
   */
  readonly fullName: Maybe<Scalars['String']['output']>;
  /**
   * Marital status as registered, from which the marital letter is issued.
   * ID: Status perkawinan, dasar surat keterangan status perkawinan.
   */
  readonly maritalStatus: Maybe<MaritalStatus>;
  /**
   * The person's number in the civil registry.
   * ID: Nomor Induk Kependudukan.
   */
  readonly nik: Scalars['NIK']['output'];
  /**
   * How the NIK compares with the record. A difference is a signal, never a verdict.
   * ID: Perbandingan NIK dengan data. Perbedaan adalah tanda, bukan putusan.
   */
  readonly nikCheck: Maybe<NikCheck>;
  /**
   * Whether the registry counts the person as a living resident.
   * ID: Status kependudukan.
   */
  readonly residentStatus: Maybe<ResidentStatus>;
  /**
   * Sex as registered.
   * ID: Jenis kelamin.
   */
  readonly sex: Maybe<Sex>;
};


/**
 * A person who prepares to work abroad, or has worked there. Every agency adds what it knows; what an agency could not
 * answer is null, and an error names it.
 * ID: Calon atau mantan pekerja migran Indonesia. Setiap instansi menambahkan datanya; yang tidak terjawab bernilai null.
 */
export type ApplicantAgeArgs = {
  on: InputMaybe<Scalars['Date']['input']>;
};

/**
 * A page of applicants (Relay cursor connection).
 * ID: Satu halaman pemohon.
 */
export type ApplicantConnection = {
  readonly __typename?: 'ApplicantConnection';
  /**
   * The applicants of this page with their cursors.
   * ID: Pemohon pada halaman ini beserta kursornya.
   */
  readonly edges: ReadonlyArray<ApplicantEdge>;
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
 * An applicant in a list.
 * ID: Seorang pemohon dalam daftar.
 */
export type ApplicantEdge = {
  readonly __typename?: 'ApplicantEdge';
  /**
   * Opaque; give it as `after` to continue behind this applicant.
   * ID: Kursor; berikan sebagai `after` untuk melanjutkan setelah pemohon ini.
   */
  readonly cursor: Scalars['String']['output'];
  /**
   * The applicant.
   * ID: Pemohon.
   */
  readonly node: Maybe<Applicant>;
};

/**
 * Which applicants a list holds. Conditions add up.
 * ID: Pemohon mana yang masuk daftar. Semua syarat berlaku bersama.
 */
export type ApplicantFilter = {
  /**
   * Domicile inside this region, at any depth.
   * ID: Berdomisili di wilayah ini, pada tingkat mana pun.
   */
  readonly regionCode?: InputMaybe<Scalars['RegionCode']['input']>;
  /**
   * The registry changed the record at this instant or later; for what changed since a look, the `nextUpdatedSince` of its
   * first page.
   * ID: Data diubah pada atau setelah saat ini; untuk perubahan sejak terakhir dilihat, `nextUpdatedSince` dari halaman pertamanya.
   */
  readonly updatedSince?: InputMaybe<Scalars['DateTime']['input']>;
};

/**
 * Marital status as registered.
 * ID: Status perkawinan.
 */
export type MaritalStatus =
  /**
   * Divorced.
   * ID: Cerai hidup.
   */
  | 'DIVORCED'
  /**
   * Married, and the marriage is registered.
   * ID: Kawin tercatat.
   */
  | 'MARRIED'
  /**
   * Married, but the marriage is not registered, so no marital letter can be issued yet.
   * ID: Kawin belum tercatat.
   */
  | 'MARRIED_UNREGISTERED'
  /**
   * Never married.
   * ID: Belum kawin.
   */
  | 'SINGLE'
  /**
   * Widowed.
   * ID: Cerai mati.
   */
  | 'WIDOWED';

/**
 * How a NIK compares with the registry's record of its holder.
 * ID: Perbandingan NIK dengan data pemegangnya.
 */
export type NikCheck = {
  readonly __typename?: 'NikCheck';
  /**
   * Whether the NIK's region code exists, or existed.
   * ID: Apakah kode wilayah pada NIK ada, atau pernah ada.
   */
  readonly outcome: NikOutcome;
  /**
   * The district of first registration.
   * ID: Kecamatan pendaftaran pertama.
   */
  readonly registeredIn: Maybe<Region>;
  /**
   * Differences an officer should look at; a corrected birth date is a usual reason.
   * ID: Perbedaan yang perlu dilihat petugas.
   */
  readonly signals: ReadonlyArray<NikSignal>;
};

/**
 * What a NIK's region code turned out to be.
 * ID: Hasil pemeriksaan kode wilayah pada NIK.
 */
export type NikOutcome =
  /**
   * No district has or had this code.
   * ID: Kode kecamatan tidak dikenal.
   */
  | 'UNKNOWN_REGION'
  /**
   * A district that exists today.
   * ID: Kecamatan yang masih berlaku.
   */
  | 'VALID'
  /**
   * A district code that was retired when its regency was split; the NIK stays valid.
   * ID: Kode kecamatan lama sebelum pemekaran; NIK tetap berlaku.
   */
  | 'VALID_RETIRED_REGION';

/**
 * A difference between a NIK and the record.
 * ID: Perbedaan antara NIK dan data.
 */
export type NikSignal =
  /**
   * The birth date inside the NIK is not the registered one.
   * ID: Tanggal lahir pada NIK berbeda dari data.
   */
  | 'BIRTH_DATE_DIFFERS'
  /**
   * The sex inside the NIK is not the registered one.
   * ID: Jenis kelamin pada NIK berbeda dari data.
   */
  | 'SEX_DIFFERS';

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

export type Query = {
  readonly __typename?: 'Query';
  /**
   * The applicant with this NIK, or null when the civil registry does not know it.
   * ID: Pemohon dengan NIK ini, atau null bila tidak dikenal di pencatatan sipil.
   */
  readonly applicant: Maybe<Applicant>;
  /**
   * Applicants by domicile and date of change. The order never changes while rows do: paging shows once who was there at the
   * first page and is still at the last. Who comes or changes meanwhile is found by `nextUpdatedSince`.
   * ID: Pemohon menurut domisili dan tanggal perubahan. Urutannya tetap meskipun data berubah; yang masuk atau berubah sementara
   * itu ditemukan dengan `nextUpdatedSince`.
   */
  readonly applicants: Maybe<ApplicantConnection>;
  /**
   * The region with this code, retired ones included, or null when there is none.
   * ID: Wilayah dengan kode ini, termasuk yang sudah tidak berlaku, atau null bila tidak ada.
   */
  readonly region: Maybe<Region>;
  /**
   * The regions directly inside a region, or the provinces without one, by code; none of them is retired.
   * ID: Wilayah langsung di bawah suatu wilayah, atau semua provinsi bila kosong, menurut kode; tanpa yang sudah tidak berlaku.
   */
  readonly regions: Maybe<ReadonlyArray<Region>>;
};


export type QueryApplicantArgs = {
  nik: Scalars['NIK']['input'];
};


export type QueryApplicantsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<ApplicantFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryRegionArgs = {
  code: Scalars['RegionCode']['input'];
};


export type QueryRegionsArgs = {
  parentCode: InputMaybe<Scalars['RegionCode']['input']>;
};

/**
 * A province, regency or city, district or village with its Kemendagri code. Every agency refers to regions by code.
 * ID: Provinsi, kabupaten/kota, kecamatan atau desa/kelurahan dengan kode Kemendagri.
 */
export type Region = {
  readonly __typename?: 'Region';
  /**
   * The region's code.
   * ID: Kode wilayah.
   */
  readonly code: Scalars['RegionCode']['output'];
  /**
   * The code is no longer given out, but stays valid inside a NIK.
   * ID: Kode tidak dipakai lagi, tetapi tetap berlaku di dalam NIK.
   */
  readonly isRetired: Maybe<Scalars['Boolean']['output']>;
  /**
   * The level of government.
   * ID: Tingkat wilayah.
   */
  readonly level: Maybe<RegionLevel>;
  /**
   * The region's name.
   * ID: Nama wilayah.
   */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * The region that holds this one, or null for a province.
   * ID: Wilayah induk, atau null untuk provinsi.
   */
  readonly parent: Maybe<Region>;
  /**
   * The regencies that took over the area of a retired district; empty for a region in force.
   * ID: Kabupaten hasil pemekaran yang mengambil alih; kosong bila masih berlaku.
   */
  readonly successors: Maybe<ReadonlyArray<Region>>;
};

/**
 * A level of government.
 * ID: Tingkat wilayah.
 */
export type RegionLevel =
  /**
   * City.
   * ID: Kota.
   */
  | 'CITY'
  /**
   * District.
   * ID: Kecamatan.
   */
  | 'DISTRICT'
  /**
   * Province.
   * ID: Provinsi.
   */
  | 'PROVINCE'
  /**
   * Regency.
   * ID: Kabupaten.
   */
  | 'REGENCY'
  /**
   * Village.
   * ID: Desa atau kelurahan.
   */
  | 'VILLAGE';

/**
 * Whether the registry counts a person as a living resident.
 * ID: Status kependudukan.
 */
export type ResidentStatus =
  /**
   * A living resident.
   * ID: Aktif.
   */
  | 'ACTIVE'
  /**
   * Registered as deceased.
   * ID: Meninggal.
   */
  | 'DECEASED'
  /**
   * The NIK is a duplicate of another person's record.
   * ID: Ganda.
   */
  | 'DUPLICATE'
  /**
   * Deactivated by the registry.
   * ID: Nonaktif.
   */
  | 'INACTIVE'
  /**
   * Moved away; the record is with another office.
   * ID: Pindah.
   */
  | 'MOVED'
  /**
   * The registry does not know the NIK.
   * ID: NIK tidak dikenal.
   */
  | 'UNKNOWN';

/**
 * Sex as registered.
 * ID: Jenis kelamin.
 */
export type Sex =
  /**
   * Female.
   * ID: Perempuan.
   */
  | 'FEMALE'
  /**
   * Male.
   * ID: Laki-laki.
   */
  | 'MALE';



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
  Region: Region;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Applicant:
    ( { __typename: 'Applicant' }
    & GraphQLRecursivePick<FederationTypes['Applicant'], {"nik":true}> );
  Region:
    ( { __typename: 'Region' }
    & GraphQLRecursivePick<FederationTypes['Region'], {"code":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Applicant: ResolverTypeWrapper<ApplicantRow>;
  ApplicantConnection: ResolverTypeWrapper<Omit<ApplicantConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ApplicantEdge']> }>;
  ApplicantEdge: ResolverTypeWrapper<Omit<ApplicantEdge, 'node'> & { node?: Maybe<ResolversTypes['Applicant']> }>;
  ApplicantFilter: ApplicantFilter;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  MaritalStatus: MaritalStatus;
  NIK: ResolverTypeWrapper<Scalars['NIK']['output']>;
  NikCheck: ResolverTypeWrapper<Omit<NikCheck, 'registeredIn'> & { registeredIn?: Maybe<ResolversTypes['Region']> }>;
  NikOutcome: NikOutcome;
  NikSignal: NikSignal;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionRow>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  RegionLevel: RegionLevel;
  ResidentStatus: ResidentStatus;
  Sex: Sex;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Applicant: ApplicantRow;
  ApplicantConnection: Omit<ApplicantConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ApplicantEdge']> };
  ApplicantEdge: Omit<ApplicantEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Applicant']> };
  ApplicantFilter: ApplicantFilter;
  CountryCode: Scalars['CountryCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  NIK: Scalars['NIK']['output'];
  NikCheck: Omit<NikCheck, 'registeredIn'> & { registeredIn?: Maybe<ResolversParentTypes['Region']> };
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  Region: RegionRow;
  RegionCode: Scalars['RegionCode']['output'];
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
  age?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<ApplicantAgeArgs>>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  birthPlace?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  domicile?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  familyCardNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fullName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maritalStatus?: Resolver<Maybe<ResolversTypes['MaritalStatus']>, ParentType, ContextType>;
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
  nikCheck?: Resolver<Maybe<ResolversTypes['NikCheck']>, ParentType, ContextType>;
  residentStatus?: Resolver<Maybe<ResolversTypes['ResidentStatus']>, ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
};

export type ApplicantConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicantConnection'] = ResolversParentTypes['ApplicantConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApplicantEdge']>, ParentType, ContextType>;
  nextUpdatedSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApplicantEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicantEdge'] = ResolversParentTypes['ApplicantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType>;
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

export interface NikScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NIK'], any> {
  name: 'NIK';
}

export type NikCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NikCheck'] = ResolversParentTypes['NikCheck']> = {
  outcome?: Resolver<ResolversTypes['NikOutcome'], ParentType, ContextType>;
  registeredIn?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  signals?: Resolver<ReadonlyArray<ResolversTypes['NikSignal']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType, RequireFields<QueryApplicantArgs, 'nik'>>;
  applicants?: Resolver<Maybe<ResolversTypes['ApplicantConnection']>, ParentType, ContextType, RequireFields<QueryApplicantsArgs, 'first'>>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType, RequireFields<QueryRegionArgs, 'code'>>;
  regions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Region']>>, ParentType, ContextType, Partial<QueryRegionsArgs>>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region'], FederationReferenceType extends FederationReferenceTypes['Region'] = FederationReferenceTypes['Region']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Region']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
  isRetired?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['RegionLevel']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  successors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Region']>>, ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type Resolvers<ContextType = Context> = {
  Applicant?: ApplicantResolvers<ContextType>;
  ApplicantConnection?: ApplicantConnectionResolvers<ContextType>;
  ApplicantEdge?: ApplicantEdgeResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  NIK?: GraphQLScalarType;
  NikCheck?: NikCheckResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  is?: IsDirectiveResolver<any, any, ContextType>;
  lookup?: LookupDirectiveResolver<any, any, ContextType>;
};
