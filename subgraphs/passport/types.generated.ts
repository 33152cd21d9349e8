import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApplicantRow, PassportRow, PassportApplicationRow, BorderDepartureRow, ImmigrationOfficeRow, Context } from './source.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
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

export type Applicant = {
  readonly __typename?: 'Applicant';
  /**
   * Departures recorded at the border, newest first.
   * ID: Perlintasan keberangkatan, terbaru lebih dahulu.
   */
  readonly departures: Maybe<ReadonlyArray<BorderDeparture>>;
  /**
   * The person's number in the civil registry.
   * ID: Nomor Induk Kependudukan.
   */
  readonly nik: Scalars['NIK']['output'];
  /**
   * Applications for a passport, newest first.
   * ID: Permohonan paspor, terbaru lebih dahulu.
   */
  readonly passportApplications: Maybe<ReadonlyArray<PassportApplication>>;
  /**
   * Passports and travel documents issued to the person, newest first; empty when there is none.
   * ID: Paspor dan dokumen perjalanan, terbaru lebih dahulu; kosong bila belum ada.
   */
  readonly passports: Maybe<ReadonlyArray<Passport>>;
};

/**
 * A departure recorded at the border.
 * ID: Perlintasan keberangkatan di tempat pemeriksaan imigrasi.
 */
export type BorderDeparture = {
  readonly __typename?: 'BorderDeparture';
  /**
   * When the person crossed.
   * ID: Saat melintas.
   */
  readonly at: Scalars['DateTime']['output'];
  /**
   * The immigration checkpoint.
   * ID: Tempat pemeriksaan imigrasi.
   */
  readonly checkpoint: Scalars['String']['output'];
  /**
   * The country travelled to.
   * ID: Negara tujuan.
   */
  readonly destinationCountry: Scalars['CountryCode']['output'];
};

/**
 * An immigration office.
 * ID: Kantor imigrasi.
 */
export type ImmigrationOffice = {
  readonly __typename?: 'ImmigrationOffice';
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
   * The regency or city it stands in.
   * ID: Kabupaten/kota tempat kantor berada.
   */
  readonly region: Maybe<Region>;
};

/**
 * A passport or travel document.
 * ID: Paspor atau dokumen perjalanan.
 */
export type Passport = {
  readonly __typename?: 'Passport';
  /**
   * Last day of validity.
   * ID: Hari terakhir masa berlaku.
   */
  readonly expiresAt: Scalars['Date']['output'];
  /**
   * Holder's birth date as printed.
   * ID: Tanggal lahir pemegang sebagaimana tercetak.
   */
  readonly holderBirthDate: Scalars['Date']['output'];
  /**
   * Holder's name as printed.
   * ID: Nama pemegang sebagaimana tercetak.
   */
  readonly holderName: Scalars['String']['output'];
  /**
   * Day of issue.
   * ID: Tanggal terbit.
   */
  readonly issuedAt: Scalars['Date']['output'];
  /**
   * The immigration office that issued it.
   * ID: Kantor imigrasi penerbit.
   */
  readonly issuingOffice: ImmigrationOffice;
  /**
   * The kind of document.
   * ID: Jenis dokumen.
   */
  readonly kind: PassportKind;
  /**
   * The document's number, to be taken as opaque.
   * ID: Nomor paspor.
   */
  readonly number: Scalars['String']['output'];
  /**
   * The document's status today, apart from its dates.
   * ID: Status dokumen hari ini, di luar tanggalnya.
   */
  readonly status: PassportStatus;
  /**
   * Whether the document can be used on a day: issued, not expired, and in force.
   * ID: Apakah dokumen berlaku pada suatu hari.
   */
  readonly validOn: Scalars['Boolean']['output'];
};


/**
 * A passport or travel document.
 * ID: Paspor atau dokumen perjalanan.
 */
export type PassportValidOnArgs = {
  date: Scalars['Date']['input'];
};

/**
 * An application for a passport.
 * ID: Permohonan paspor.
 */
export type PassportApplication = {
  readonly __typename?: 'PassportApplication';
  /**
   * The office it was handed in to.
   * ID: Kantor imigrasi tujuan.
   */
  readonly office: ImmigrationOffice;
  /**
   * Number of the recommendation letter of the manpower office, if it came with one.
   * ID: Nomor surat rekomendasi paspor dari Disnaker.
   */
  readonly recommendationNumber: Maybe<Scalars['String']['output']>;
  /**
   * Why it was rejected; null unless it was.
   * ID: Alasan penolakan; null bila tidak ditolak.
   */
  readonly rejectionReason: Maybe<PassportRejectionReason>;
  /**
   * How far it is.
   * ID: Status permohonan.
   */
  readonly status: PassportApplicationStatus;
  /**
   * When it was handed in.
   * ID: Saat diajukan.
   */
  readonly submittedAt: Scalars['DateTime']['output'];
};

/**
 * How far a passport application is.
 * ID: Status permohonan paspor.
 */
export type PassportApplicationStatus =
  /**
   * Put off until doubts are cleared.
   * ID: Ditunda.
   */
  | 'DEFERRED'
  /**
   * Called for interview and biometrics.
   * ID: Wawancara.
   */
  | 'INTERVIEW'
  /**
   * The passport was issued.
   * ID: Diterbitkan.
   */
  | 'ISSUED'
  /**
   * Rejected.
   * ID: Ditolak.
   */
  | 'REJECTED'
  /**
   * Handed in.
   * ID: Diajukan.
   */
  | 'SUBMITTED';

/**
 * The kind of a travel document.
 * ID: Jenis dokumen perjalanan.
 */
export type PassportKind =
  /**
   * Electronic passport.
   * ID: Paspor elektronik.
   */
  | 'ELECTRONIC'
  /**
   * Ordinary passport.
   * ID: Paspor biasa.
   */
  | 'ORDINARY'
  /**
   * Travel document in place of a passport, for one journey home.
   * ID: Surat Perjalanan Laksana Paspor.
   */
  | 'TRAVEL_DOCUMENT';

/**
 * Why a passport application was rejected.
 * ID: Alasan penolakan permohonan paspor.
 */
export type PassportRejectionReason =
  /**
   * The person has another application or passport.
   * ID: Permohonan ganda.
   */
  | 'DUPLICATE_APPLICATION'
  /**
   * The file was not complete within 30 days.
   * ID: Tidak dilengkapi dalam 30 hari.
   */
  | 'NOT_COMPLETED_IN_30_DAYS'
  /**
   * The office suspects work abroad outside the procedure.
   * ID: Diduga pekerja migran nonprosedural.
   */
  | 'SUSPECTED_NON_PROCEDURAL';

/**
 * A travel document's status, apart from its dates.
 * ID: Status dokumen perjalanan, di luar tanggalnya.
 */
export type PassportStatus =
  /**
   * Damaged.
   * ID: Rusak.
   */
  | 'DAMAGED'
  /**
   * In force.
   * ID: Berlaku.
   */
  | 'IN_FORCE'
  /**
   * Reported lost.
   * ID: Hilang.
   */
  | 'LOST'
  /**
   * Revoked.
   * ID: Dibatalkan.
   */
  | 'REVOKED';

export type Region = {
  readonly __typename?: 'Region';
  /**
   * The region's code.
   * ID: Kode wilayah.
   */
  readonly code: Scalars['RegionCode']['output'];
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
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Applicant:
    ( { __typename: 'Applicant' }
    & GraphQLRecursivePick<FederationTypes['Applicant'], {"nik":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Applicant: ResolverTypeWrapper<ApplicantRow>;
  BorderDeparture: ResolverTypeWrapper<BorderDepartureRow>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  ImmigrationOffice: ResolverTypeWrapper<ImmigrationOfficeRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  NIK: ResolverTypeWrapper<Scalars['NIK']['output']>;
  Passport: ResolverTypeWrapper<PassportRow>;
  PassportApplication: ResolverTypeWrapper<PassportApplicationRow>;
  PassportApplicationStatus: PassportApplicationStatus;
  PassportKind: PassportKind;
  PassportRejectionReason: PassportRejectionReason;
  PassportStatus: PassportStatus;
  Region: ResolverTypeWrapper<Region>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Applicant: ApplicantRow;
  BorderDeparture: BorderDepartureRow;
  CountryCode: Scalars['CountryCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  ImmigrationOffice: ImmigrationOfficeRow;
  ID: Scalars['ID']['output'];
  NIK: Scalars['NIK']['output'];
  Passport: PassportRow;
  PassportApplication: PassportApplicationRow;
  Region: Region;
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
  departures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BorderDeparture']>>, ParentType, ContextType>;
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
  passportApplications?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PassportApplication']>>, ParentType, ContextType>;
  passports?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Passport']>>, ParentType, ContextType>;
};

export type BorderDepartureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BorderDeparture'] = ResolversParentTypes['BorderDeparture']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  checkpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  destinationCountry?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
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

export type ImmigrationOfficeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImmigrationOffice'] = ResolversParentTypes['ImmigrationOffice']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export interface NikScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NIK'], any> {
  name: 'NIK';
}

export type PassportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Passport'] = ResolversParentTypes['Passport']> = {
  expiresAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  holderBirthDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  holderName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  issuingOffice?: Resolver<ResolversTypes['ImmigrationOffice'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PassportKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PassportStatus'], ParentType, ContextType>;
  validOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<PassportValidOnArgs, 'date'>>;
};

export type PassportApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PassportApplication'] = ResolversParentTypes['PassportApplication']> = {
  office?: Resolver<ResolversTypes['ImmigrationOffice'], ParentType, ContextType>;
  recommendationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rejectionReason?: Resolver<Maybe<ResolversTypes['PassportRejectionReason']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PassportApplicationStatus'], ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type Resolvers<ContextType = Context> = {
  Applicant?: ApplicantResolvers<ContextType>;
  BorderDeparture?: BorderDepartureResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  ImmigrationOffice?: ImmigrationOfficeResolvers<ContextType>;
  NIK?: GraphQLScalarType;
  Passport?: PassportResolvers<ContextType>;
  PassportApplication?: PassportApplicationResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  is?: IsDirectiveResolver<any, any, ContextType>;
  lookup?: LookupDirectiveResolver<any, any, ContextType>;
};
