import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApplicantRow, PoliceClearanceRow, PoliceUnitRow, Context } from './source.ts';
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
   * The person's number in the civil registry.
   * ID: Nomor Induk Kependudukan.
   */
  readonly nik: Scalars['NIK']['output'];
  /**
   * Police clearances (SKCK) of the person, newest first: that they exist and until when, never what they say.
   * ID: Surat Keterangan Catatan Kepolisian (SKCK), terbaru lebih dahulu: keberadaan dan masa berlakunya saja.
   */
  readonly policeClearances: Maybe<ReadonlyArray<PoliceClearance>>;
};

/**
 * A police clearance (SKCK).
 * ID: Surat Keterangan Catatan Kepolisian.
 */
export type PoliceClearance = {
  readonly __typename?: 'PoliceClearance';
  /**
   * Last day of validity, six months from issue.
   * ID: Hari terakhir masa berlaku, enam bulan sejak terbit.
   */
  readonly expiresAt: Scalars['Date']['output'];
  /**
   * Whether the police hold a record. Restricted: for an officer with a legal basis only.
   * ID: Apakah ada catatan kepolisian. Terbatas bagi petugas yang berdasar hukum.
   */
  readonly hasRecord: Maybe<Scalars['Boolean']['output']>;
  /**
   * Day of issue.
   * ID: Tanggal terbit.
   */
  readonly issuedAt: Scalars['Date']['output'];
  /**
   * The police unit that issued it.
   * ID: Satuan kepolisian penerbit.
   */
  readonly issuingUnit: PoliceUnit;
  /**
   * The letter's number, to be taken as opaque.
   * ID: Nomor SKCK.
   */
  readonly number: Scalars['String']['output'];
  /**
   * Whether it is in force, apart from its dates.
   * ID: Status, di luar tanggalnya.
   */
  readonly status: PoliceClearanceStatus;
  /**
   * Whether it can be used on a day: issued, not expired, not revoked.
   * ID: Apakah berlaku pada suatu hari.
   */
  readonly validOn: Scalars['Boolean']['output'];
};


/**
 * A police clearance (SKCK).
 * ID: Surat Keterangan Catatan Kepolisian.
 */
export type PoliceClearanceValidOnArgs = {
  date: Scalars['Date']['input'];
};

/**
 * Whether a police clearance is in force, apart from its dates.
 * ID: Status SKCK, di luar tanggalnya.
 */
export type PoliceClearanceStatus =
  /**
   * Issued.
   * ID: Terbit.
   */
  | 'ISSUED'
  /**
   * Applied for and not issued.
   * ID: Tidak terbit.
   */
  | 'NOT_ISSUED'
  /**
   * Revoked after issue.
   * ID: Dicabut.
   */
  | 'REVOKED';

/**
 * A police unit that issues clearances.
 * ID: Satuan kepolisian penerbit SKCK.
 */
export type PoliceUnit = {
  readonly __typename?: 'PoliceUnit';
  /**
   * The unit's code.
   * ID: Kode satuan.
   */
  readonly code: Scalars['ID']['output'];
  /**
   * The unit's level.
   * ID: Tingkat satuan.
   */
  readonly level: PoliceUnitLevel;
  /**
   * The unit's name.
   * ID: Nama satuan.
   */
  readonly name: Scalars['String']['output'];
  /**
   * The region it serves.
   * ID: Wilayah hukumnya.
   */
  readonly region: Maybe<Region>;
};

/**
 * The level of a police unit.
 * ID: Tingkat satuan kepolisian.
 */
export type PoliceUnitLevel =
  /**
   * District police.
   * ID: Polsek.
   */
  | 'DISTRICT'
  /**
   * National headquarters.
   * ID: Mabes Polri.
   */
  | 'NATIONAL'
  /**
   * Provincial police.
   * ID: Polda.
   */
  | 'PROVINCE'
  /**
   * Regency police.
   * ID: Polres.
   */
  | 'REGENCY';

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
  NIK: ResolverTypeWrapper<Scalars['NIK']['output']>;
  PoliceClearance: ResolverTypeWrapper<PoliceClearanceRow>;
  PoliceClearanceStatus: PoliceClearanceStatus;
  PoliceUnit: ResolverTypeWrapper<PoliceUnitRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PoliceUnitLevel: PoliceUnitLevel;
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
  NIK: Scalars['NIK']['output'];
  PoliceClearance: PoliceClearanceRow;
  PoliceUnit: PoliceUnitRow;
  ID: Scalars['ID']['output'];
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
  nik?: Resolver<ResolversTypes['NIK'], ParentType, ContextType>;
  policeClearances?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PoliceClearance']>>, ParentType, ContextType>;
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

export type PoliceClearanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoliceClearance'] = ResolversParentTypes['PoliceClearance']> = {
  expiresAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hasRecord?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  issuingUnit?: Resolver<ResolversTypes['PoliceUnit'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PoliceClearanceStatus'], ParentType, ContextType>;
  validOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<PoliceClearanceValidOnArgs, 'date'>>;
};

export type PoliceUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PoliceUnit'] = ResolversParentTypes['PoliceUnit']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['PoliceUnitLevel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
};

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
  NIK?: GraphQLScalarType;
  PoliceClearance?: PoliceClearanceResolvers<ContextType>;
  PoliceUnit?: PoliceUnitResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionCode?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  is?: IsDirectiveResolver<any, any, ContextType>;
  lookup?: LookupDirectiveResolver<any, any, ContextType>;
};
