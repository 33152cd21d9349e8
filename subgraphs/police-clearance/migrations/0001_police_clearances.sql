CREATE TABLE police_unit (
  code text PRIMARY KEY,
  name text NOT NULL,
  level text NOT NULL CHECK (level IN ('DISTRICT', 'REGENCY', 'PROVINCE', 'NATIONAL')),
  -- The national headquarters serves no one region.
  region_code text CHECK ((region_code IS NULL) = (level = 'NATIONAL'))
);

CREATE TABLE police_clearance (
  number text PRIMARY KEY,
  nik text NOT NULL,
  issued_at date NOT NULL,
  expires_at date NOT NULL CHECK (expires_at > issued_at),
  unit_code text NOT NULL REFERENCES police_unit (code),
  status text NOT NULL CHECK (status IN ('ISSUED', 'NOT_ISSUED', 'REVOKED')),
  -- That there is a record, and nothing of what it says.
  has_record boolean NOT NULL
);

CREATE INDEX police_clearance_nik ON police_clearance (nik);
