CREATE TABLE ltsa_office (
  code text PRIMARY KEY,
  name text NOT NULL,
  region_code text NOT NULL
);

CREATE TABLE ltsa_office_region (
  office_code text NOT NULL REFERENCES ltsa_office (code),
  region_code text NOT NULL,
  PRIMARY KEY (office_code, region_code)
);

CREATE TABLE placement_agency (
  licence_number text PRIMARY KEY,
  name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to >= valid_from)
);

CREATE TABLE placement_agency_sanction (
  licence_number text NOT NULL REFERENCES placement_agency (licence_number),
  decree text NOT NULL,
  status text NOT NULL CHECK (status IN ('WARNED', 'PARTLY_SUSPENDED', 'SUSPENDED', 'REVOKED')),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  PRIMARY KEY (licence_number, decree)
);

CREATE DOMAIN job_group AS text CHECK (
  VALUE IN ('DOMESTIC', 'CAREGIVER', 'PLANTATION', 'MANUFACTURING', 'CONSTRUCTION', 'HOSPITALITY', 'OTHER')
);

CREATE DOMAIN employer_kind AS text CHECK (VALUE IN ('INDIVIDUAL', 'LEGAL_ENTITY'));

CREATE DOMAIN placement_scheme AS text CHECK (
  VALUE IN ('P_TO_P', 'G_TO_G', 'INDEPENDENT', 'OWN_COMPANY', 'SPECIFIED_SKILLED_WORKER', 'RE_ENTRY')
);

CREATE DOMAIN placement_stage AS text CHECK (
  VALUE IN (
    'INFORMED', 'ACCOUNT_OPENED', 'REGISTERED', 'SELECTED', 'EXAMINED', 'COMPETENT', 'AGREEMENT_SIGNED', 'RECOMMENDED',
    'PASSPORT_ISSUED', 'POLICE_CLEARED', 'INSURED', 'VISA_ISSUED', 'ORIENTED', 'CONTRACT_SIGNED', 'CARD_ISSUED', 'DEPARTED',
    'FAILED', 'DEFERRED', 'WITHDRAWN'
  )
);

CREATE TABLE job_order (
  number text PRIMARY KEY,
  licence_number text NOT NULL REFERENCES placement_agency (licence_number),
  destination_country text NOT NULL,
  job_group job_group NOT NULL,
  job_title text NOT NULL,
  quota integer NOT NULL CHECK (quota > 0),
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to >= valid_from),
  revoked_at date
);

-- A placement has each document once, so its documents are columns: one statement reads a placement whole.
-- A document is there with all its columns or with none.
CREATE TABLE placement (
  id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  -- The place in every list: given out once, and no UPDATE can set it. Cursors stand on it.
  position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  nik text NOT NULL,
  scheme placement_scheme NOT NULL,
  destination_country text NOT NULL,
  job_title text NOT NULL,
  job_group job_group NOT NULL,
  employer_name text NOT NULL,
  employer_country text NOT NULL,
  employer_kind employer_kind NOT NULL,
  licence_number text REFERENCES placement_agency (licence_number),
  job_order_number text REFERENCES job_order (number),
  ltsa_office_code text REFERENCES ltsa_office (code),
  stage placement_stage NOT NULL,
  recommendation_number text,
  recommendation_issued_at date,
  family_permission_signatory text CHECK (family_permission_signatory IN ('SPOUSE', 'PARENT', 'GUARDIAN')),
  family_permission_signed_at date,
  family_permission_village_code text,
  competence_number text,
  competence_issuer text,
  competence_issued_at date,
  competence_expires_at date CHECK (competence_expires_at >= competence_issued_at),
  agreement_number text,
  agreement_signed_at date,
  visa_number text,
  visa_country text,
  visa_issued_at date,
  visa_expires_at date CHECK (visa_expires_at >= visa_issued_at),
  orientation_attended_at date,
  orientation_hours integer CHECK (orientation_hours > 0),
  contract_number text,
  contract_signed_at date,
  contract_starts_at date,
  contract_months integer CHECK (contract_months > 0),
  contract_wage_amount integer CHECK (contract_wage_amount > 0),
  contract_wage_currency text,
  card_number text,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK (num_nonnulls(recommendation_number, recommendation_issued_at) IN (0, 2)),
  CHECK (num_nonnulls(family_permission_signatory, family_permission_signed_at) IN (0, 2)),
  CHECK (family_permission_village_code IS NULL OR family_permission_signed_at IS NOT NULL),
  CHECK (num_nonnulls(competence_number, competence_issuer, competence_issued_at, competence_expires_at) IN (0, 4)),
  CHECK (num_nonnulls(agreement_number, agreement_signed_at) IN (0, 2)),
  CHECK (num_nonnulls(visa_number, visa_country, visa_issued_at, visa_expires_at) IN (0, 4)),
  CHECK (num_nonnulls(orientation_attended_at, orientation_hours) IN (0, 2)),
  CHECK (
    num_nonnulls(
      contract_number, contract_signed_at, contract_starts_at, contract_months, contract_wage_amount, contract_wage_currency
    ) IN (0, 6)
  )
);

CREATE INDEX placement_nik ON placement (nik, position DESC);
CREATE INDEX placement_stage ON placement (stage, position);
CREATE INDEX placement_ltsa_office ON placement (ltsa_office_code, position);
CREATE INDEX placement_destination ON placement (destination_country, position);
CREATE INDEX placement_updated_at ON placement (updated_at);

CREATE TABLE placement_stage_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  placement_id text NOT NULL REFERENCES placement (id) ON DELETE CASCADE,
  stage placement_stage NOT NULL,
  at timestamptz NOT NULL
);

CREATE INDEX placement_stage_entry_placement ON placement_stage_entry (placement_id, at);

-- The time of the statement, not of its transaction: one that runs long would otherwise commit a change dated before a
-- reader's last look, which that reader's next `updatedSince` would miss.
CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END
$$;

CREATE TRIGGER placement_touch BEFORE UPDATE ON placement FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
