CREATE TABLE immigration_office (
  code text PRIMARY KEY,
  name text NOT NULL,
  region_code text NOT NULL
);

CREATE TABLE passport (
  number text NOT NULL,
  nik text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ORDINARY', 'ELECTRONIC', 'TRAVEL_DOCUMENT')),
  issued_at date NOT NULL,
  expires_at date NOT NULL CHECK (expires_at > issued_at),
  office_code text NOT NULL REFERENCES immigration_office (code),
  status text NOT NULL CHECK (status IN ('IN_FORCE', 'LOST', 'DAMAGED', 'REVOKED')),
  holder_name text NOT NULL,
  holder_birth_date date NOT NULL,
  -- Two people can hold a document of one number: that is a finding, not an impossibility.
  PRIMARY KEY (nik, number)
);

CREATE TABLE passport_application (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nik text NOT NULL,
  submitted_at timestamptz NOT NULL,
  office_code text NOT NULL REFERENCES immigration_office (code),
  status text NOT NULL CHECK (status IN ('SUBMITTED', 'INTERVIEW', 'DEFERRED', 'REJECTED', 'ISSUED')),
  rejection_reason text CHECK (
    rejection_reason IN ('DUPLICATE_APPLICATION', 'NOT_COMPLETED_IN_30_DAYS', 'SUSPECTED_NON_PROCEDURAL')
  ),
  recommendation_number text,
  CHECK ((status = 'REJECTED') = (rejection_reason IS NOT NULL))
);

CREATE INDEX passport_application_nik ON passport_application (nik);

CREATE TABLE border_departure (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nik text NOT NULL,
  at timestamptz NOT NULL,
  checkpoint text NOT NULL,
  destination_country text NOT NULL
);

CREATE INDEX border_departure_nik ON border_departure (nik);
