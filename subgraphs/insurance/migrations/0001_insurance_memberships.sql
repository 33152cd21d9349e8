CREATE TABLE insurance_membership (
  kpj text PRIMARY KEY CHECK (kpj ~ '^[0-9]{11}$'),
  nik text NOT NULL,
  registered_at date NOT NULL
);

CREATE INDEX insurance_membership_nik ON insurance_membership (nik);

CREATE TABLE insurance_period (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kpj text NOT NULL REFERENCES insurance_membership (kpj),
  phase text NOT NULL CHECK (phase IN ('BEFORE_WORK', 'DURING_WORK')),
  programmes text[] NOT NULL CHECK (programmes <@ ARRAY['WORK_ACCIDENT', 'DEATH', 'OLD_AGE'] AND programmes <> '{}'),
  starts_at date NOT NULL,
  ends_at date NOT NULL CHECK (ends_at >= starts_at),
  contribution integer NOT NULL CHECK (contribution >= 0),
  paid_at date
);

CREATE INDEX insurance_period_kpj ON insurance_period (kpj);
