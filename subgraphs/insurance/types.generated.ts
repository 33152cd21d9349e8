import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ApplicantRow, InsuranceMembershipRow, InsurancePeriodRow, Context } from './source.ts';
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
   * Memberships in the employment social security, newest first; a person may hold several over time.
   * ID: Kepesertaan jaminan sosial ketenagakerjaan, terbaru lebih dahulu; dapat lebih dari satu.
   */
  readonly insuranceMemberships: Maybe<ReadonlyArray<InsuranceMembership>>;
  /**
   * The person's number in the civil registry.
   * ID: Nomor Induk Kependudukan.
   */
  readonly nik: Scalars['NIK']['output'];
};

/**
 * A membership in the employment social security (BPJS Ketenagakerjaan).
 * ID: Kepesertaan BPJS Ketenagakerjaan.
 */
export type InsuranceMembership = {
  readonly __typename?: 'InsuranceMembership';
  /**
   * Whether paid terms cover every day from one day to another, both included.
   * ID: Apakah masa yang sudah dibayar mencakup setiap hari dalam rentang ini.
   */
  readonly covers: Scalars['Boolean']['output'];
  /**
   * The membership's number (KPJ), 11 digits.
   * ID: Nomor kepesertaan (KPJ), 11 digit.
   */
  readonly kpj: Scalars['String']['output'];
  /**
   * The terms of coverage, oldest first.
   * ID: Masa pelindungan, terlama lebih dahulu.
   */
  readonly periods: ReadonlyArray<InsurancePeriod>;
};


/**
 * A membership in the employment social security (BPJS Ketenagakerjaan).
 * ID: Kepesertaan BPJS Ketenagakerjaan.
 */
export type InsuranceMembershipCoversArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/**
 * A term of coverage.
 * ID: Masa pelindungan.
 */
export type InsurancePeriod = {
  readonly __typename?: 'InsurancePeriod';
  /**
   * Contribution in rupiah for the whole term.
   * ID: Iuran dalam rupiah untuk seluruh masa.
   */
  readonly contribution: Maybe<Scalars['Int']['output']>;
  /**
   * Last day covered.
   * ID: Hari terakhir.
   */
  readonly endsAt: Scalars['Date']['output'];
  /**
   * Day of payment, or null while unpaid; an unpaid term covers nothing.
   * ID: Tanggal pembayaran, atau null bila belum dibayar.
   */
  readonly paidAt: Maybe<Scalars['Date']['output']>;
  /**
   * The phase of work it covers.
   * ID: Fase kerja yang dilindungi.
   */
  readonly phase: InsurancePhase;
  /**
   * The programmes it covers.
   * ID: Program yang dicakup.
   */
  readonly programmes: ReadonlyArray<InsuranceProgramme>;
  /**
   * First day covered.
   * ID: Hari pertama.
   */
  readonly startsAt: Scalars['Date']['output'];
};

/**
 * A phase of a migrant worker's time.
 * ID: Fase masa pekerja migran.
 */
export type InsurancePhase =
  /**
   * Before work.
   * ID: Sebelum bekerja.
   */
  | 'BEFORE_WORK'
  /**
   * During work and the month after it.
   * ID: Selama dan setelah bekerja.
   */
  | 'DURING_WORK';

/**
 * A programme of the employment social security.
 * ID: Program jaminan sosial ketenagakerjaan.
 */
export type InsuranceProgramme =
  /**
   * Death (JKM).
   * ID: Jaminan Kematian.
   */
  | 'DEATH'
  /**
   * Old age (JHT), voluntary.
   * ID: Jaminan Hari Tua, sukarela.
   */
  | 'OLD_AGE'
  /**
   * Work accident (JKK).
   * ID: Jaminan Kecelakaan Kerja.
   */
  | 'WORK_ACCIDENT';



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
  InsuranceMembership: ResolverTypeWrapper<InsuranceMembershipRow>;
  InsurancePeriod: ResolverTypeWrapper<InsurancePeriodRow>;
  InsurancePhase: InsurancePhase;
  InsuranceProgramme: InsuranceProgramme;
  NIK: ResolverTypeWrapper<Scalars['NIK']['output']>;
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
  InsuranceMembership: InsuranceMembershipRow;
  InsurancePeriod: InsurancePeriodRow;
  NIK: Scalars['NIK']['output'];
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
  insuranceMemberships?: Resolver<Maybe<ReadonlyArray<ResolversTypes['InsuranceMembership']>>, ParentType, ContextType>;
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

export type InsuranceMembershipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsuranceMembership'] = ResolversParentTypes['InsuranceMembership']> = {
  covers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<InsuranceMembershipCoversArgs, 'from' | 'to'>>;
  kpj?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  periods?: Resolver<ReadonlyArray<ResolversTypes['InsurancePeriod']>, ParentType, ContextType>;
};

export type InsurancePeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsurancePeriod'] = ResolversParentTypes['InsurancePeriod']> = {
  contribution?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  paidAt?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['InsurancePhase'], ParentType, ContextType>;
  programmes?: Resolver<ReadonlyArray<ResolversTypes['InsuranceProgramme']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export interface NikScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['NIK'], any> {
  name: 'NIK';
}

export interface RegionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RegionCode'], any> {
  name: 'RegionCode';
}

export type Resolvers<ContextType = Context> = {
  Applicant?: ApplicantResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  InsuranceMembership?: InsuranceMembershipResolvers<ContextType>;
  InsurancePeriod?: InsurancePeriodResolvers<ContextType>;
  NIK?: GraphQLScalarType;
  RegionCode?: GraphQLScalarType;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  is?: IsDirectiveResolver<any, any, ContextType>;
  lookup?: LookupDirectiveResolver<any, any, ContextType>;
};
