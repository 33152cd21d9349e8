import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApplicantRow, HealthExaminationRow, HealthFacilityRow, HealthFacilityDesignationRow, Context } from './source.ts';
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
   * Medical and psychological examinations of the person, newest first. Conclusions only: no diagnosis ever leaves.
   * ID: Pemeriksaan kesehatan dan psikologi, terbaru lebih dahulu. Hanya kesimpulan: diagnosis tidak pernah dibagikan.
   */
  readonly healthExaminations: Maybe<ReadonlyArray<HealthExamination>>;
  /**
   * The person's number in the civil registry.
   * ID: Nomor Induk Kependudukan.
   */
  readonly nik: Scalars['NIK']['output'];
};

/**
 * A conclusion of an examination.
 * ID: Kesimpulan pemeriksaan.
 */
export type Fitness =
  /**
   * Not fit for now; to be examined again.
   * ID: Ditangguhkan.
   */
  | 'DEFERRED'
  /**
   * Fit.
   * ID: Laik.
   */
  | 'FIT'
  /**
   * Fit, with a note for the facility.
   * ID: Laik dengan catatan.
   */
  | 'FIT_WITH_NOTE'
  /**
   * Unfit.
   * ID: Tidak laik.
   */
  | 'UNFIT';

/**
 * An examination with its certificate.
 * ID: Pemeriksaan kesehatan dengan sertifikatnya.
 */
export type HealthExamination = {
  readonly __typename?: 'HealthExamination';
  /**
   * The certificate's number, unique within the facility.
   * ID: Nomor sertifikat, unik pada fasilitasnya.
   */
  readonly certificateNumber: Scalars['String']['output'];
  /**
   * The destination the examination was made for.
   * ID: Negara tujuan pemeriksaan.
   */
  readonly destinationCountry: Maybe<Scalars['CountryCode']['output']>;
  /**
   * Day of the examination.
   * ID: Tanggal pemeriksaan.
   */
  readonly examinedAt: Scalars['Date']['output'];
  /**
   * Last day of the certificate's validity, three months from the examination.
   * ID: Hari terakhir masa berlaku, tiga bulan sejak pemeriksaan.
   */
  readonly expiresAt: Scalars['Date']['output'];
  /**
   * The facility that examined; only it may issue the certificate.
   * ID: Fasilitas pemeriksa; hanya fasilitas ini yang boleh menerbitkan.
   */
  readonly facility: HealthFacility;
  /**
   * Whether the certificate holds on a day, as `validOn` has it, and both conclusions allow work.
   * ID: Apakah laik kerja pada suatu hari.
   */
  readonly fitToWork: Maybe<Scalars['Boolean']['output']>;
  /**
   * Physical conclusion.
   * ID: Kesimpulan kesehatan fisik.
   */
  readonly physical: Maybe<Fitness>;
  /**
   * Psychological conclusion.
   * ID: Kesimpulan psikologi.
   */
  readonly psychological: Maybe<Fitness>;
  /**
   * Whether the certificate holds on a day: examined, not expired, not void. One that became void holds on no day, not even
   * before, so that past days do not tell when it did.
   * ID: Apakah sertifikat berlaku pada suatu hari. Yang sudah batal tidak berlaku pada hari mana pun, juga sebelum batal.
   */
  readonly validOn: Scalars['Boolean']['output'];
  /**
   * Day on which the certificate became void, or null; the reason stays with the facility.
   * ID: Tanggal sertifikat batal, atau null; alasannya tetap di fasilitas.
   */
  readonly voidedAt: Maybe<Scalars['Date']['output']>;
};


/**
 * An examination with its certificate.
 * ID: Pemeriksaan kesehatan dengan sertifikatnya.
 */
export type HealthExaminationFitToWorkArgs = {
  on: Scalars['Date']['input'];
};


/**
 * An examination with its certificate.
 * ID: Pemeriksaan kesehatan dengan sertifikatnya.
 */
export type HealthExaminationValidOnArgs = {
  date: Scalars['Date']['input'];
};

/**
 * A facility that examines migrant workers (sarana kesehatan).
 * ID: Sarana kesehatan pemeriksa calon pekerja migran.
 */
export type HealthFacility = {
  readonly __typename?: 'HealthFacility';
  /**
   * The facility's code.
   * ID: Kode fasilitas.
   */
  readonly code: Scalars['ID']['output'];
  /**
   * Whether it was designated on a day.
   * ID: Apakah ditetapkan pada suatu hari.
   */
  readonly designatedOn: Scalars['Boolean']['output'];
  /**
   * When it was designated to examine migrant workers, oldest first.
   * ID: Masa penetapan sebagai pemeriksa, terlama lebih dahulu.
   */
  readonly designations: ReadonlyArray<HealthFacilityDesignation>;
  /**
   * The facility's name.
   * ID: Nama fasilitas.
   */
  readonly name: Scalars['String']['output'];
  /**
   * The regency or city it stands in.
   * ID: Kabupaten/kota tempat fasilitas berada.
   */
  readonly region: Maybe<Region>;
};


/**
 * A facility that examines migrant workers (sarana kesehatan).
 * ID: Sarana kesehatan pemeriksa calon pekerja migran.
 */
export type HealthFacilityDesignatedOnArgs = {
  date: Scalars['Date']['input'];
};

/**
 * A term during which a facility was designated.
 * ID: Masa penetapan fasilitas.
 */
export type HealthFacilityDesignation = {
  readonly __typename?: 'HealthFacilityDesignation';
  /**
   * Number of the decree.
   * ID: Nomor keputusan penetapan.
   */
  readonly decree: Scalars['String']['output'];
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
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Fitness: Fitness;
  HealthExamination: ResolverTypeWrapper<HealthExaminationRow>;
  HealthFacility: ResolverTypeWrapper<HealthFacilityRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  HealthFacilityDesignation: ResolverTypeWrapper<HealthFacilityDesignationRow>;
  NIK: ResolverTypeWrapper<Scalars['NIK']['output']>;
  Region: ResolverTypeWrapper<Region>;
  RegionCode: ResolverTypeWrapper<Scalars['RegionCode']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Applicant: ApplicantRow;
  CountryCode: Scalars['CountryCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  HealthExamination: HealthExaminationRow;
  HealthFacility: HealthFacilityRow;
  ID: Scalars['ID']['output'];
  HealthFacilityDesignation: HealthFacilityDesignationRow;
  NIK: Scalars['NIK']['output'];
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
  healthExaminations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['HealthExamination']>>, ParentType, ContextType>;
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
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

export type HealthExaminationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthExamination'] = ResolversParentTypes['HealthExamination']> = {
  certificateNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  destinationCountry?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  examinedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  facility?: Resolver<ResolversTypes['HealthFacility'], ParentType, ContextType>;
  fitToWork?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType, RequireFields<HealthExaminationFitToWorkArgs, 'on'>>;
  physical?: Resolver<Maybe<ResolversTypes['Fitness']>, ParentType, ContextType>;
  psychological?: Resolver<Maybe<ResolversTypes['Fitness']>, ParentType, ContextType>;
  validOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<HealthExaminationValidOnArgs, 'date'>>;
  voidedAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type HealthFacilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthFacility'] = ResolversParentTypes['HealthFacility']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  designatedOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<HealthFacilityDesignatedOnArgs, 'date'>>;
  designations?: Resolver<ReadonlyArray<ResolversTypes['HealthFacilityDesignation']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

export type HealthFacilityDesignationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthFacilityDesignation'] = ResolversParentTypes['HealthFacilityDesignation']> = {
  decree?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export interface NikScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NIK'], any> {
  name: 'NIK';
}

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  code?: Resolver<ResolversTypes['RegionCode'], ParentType, ContextType>;
};

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type Resolvers<ContextType = Context> = {
  Applicant?: ApplicantResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  HealthExamination?: HealthExaminationResolvers<ContextType>;
  HealthFacility?: HealthFacilityResolvers<ContextType>;
  HealthFacilityDesignation?: HealthFacilityDesignationResolvers<ContextType>;
  NIK?: GraphQLScalarType;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  is?: IsDirectiveResolver<any, any, ContextType>;
  lookup?: LookupDirectiveResolver<any, any, ContextType>;
};
