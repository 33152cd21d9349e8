-- What the law asks for before a departure: one row is one requirement, for the cases it names (NULL means any), while it
-- is in force. On a day, the row that names the case most closely decides alone (rules/chooseRule.ts).
--
-- A change of law is a new migration: it ends a row (valid_to) and adds its successor. A requirement for which no row is in
-- force on a day cannot be assessed on that day, so a row is never ended without a successor by accident.
--
-- Before this is shown to anyone as law, it must be checked with the gazette. What rests on practice says so.
CREATE TABLE requirement_rule (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (
    kind IN (
      'IDENTITY', 'AGE', 'MARITAL_LETTER', 'FAMILY_PERMISSION', 'COMPETENCE', 'HEALTH', 'PASSPORT', 'VISA',
      'PLACEMENT_AGREEMENT', 'EMPLOYMENT_CONTRACT', 'INSURANCE', 'POLICE_CLEARANCE', 'ORIENTATION', 'AGENCY_LICENCE'
    )
  ),
  destination_country text,
  job_group job_group,
  employer_kind employer_kind,
  scheme placement_scheme,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  required boolean NOT NULL DEFAULT true,
  minimum_age integer CHECK (minimum_age > 0),
  maximum_age integer CHECK (maximum_age >= minimum_age),
  -- Months for which the evidence must stay valid after the day.
  margin_months integer NOT NULL DEFAULT 0 CHECK (margin_months >= 0),
  legal_basis text NOT NULL CHECK (legal_basis <> ''),
  CHECK (kind = 'AGE' OR num_nonnulls(minimum_age, maximum_age) = 0),
  -- Two rows for the same cases cannot begin on one day; where they overlap, the later one decides.
  UNIQUE NULLS NOT DISTINCT (kind, destination_country, job_group, employer_kind, scheme, valid_from)
);

-- UU 39/2004, from its promulgation until UU 18/2017 replaced it.
INSERT INTO requirement_rule (kind, valid_from, valid_to, margin_months, legal_basis)
SELECT kind, '2004-10-18', '2017-11-21', margin_months, legal_basis FROM (VALUES
  ('IDENTITY', 0, 'UU 39/2004 art. 51 letter a'),
  ('MARITAL_LETTER', 0, 'UU 39/2004 art. 51 letter b'),
  ('FAMILY_PERMISSION', 0, 'UU 39/2004 art. 51 letter c'),
  ('COMPETENCE', 0, 'UU 39/2004 art. 51 letter d'),
  ('HEALTH', 0, 'UU 39/2004 art. 51 letter e'),
  ('PASSPORT', 6, 'UU 39/2004 art. 51 letter f; six months left by practice of destinations and carriers'),
  ('VISA', 0, 'UU 39/2004 art. 51 letter g'),
  ('PLACEMENT_AGREEMENT', 0, 'UU 39/2004 art. 51 letter h'),
  ('EMPLOYMENT_CONTRACT', 0, 'UU 39/2004 art. 51 letter i'),
  ('INSURANCE', 0, 'UU 39/2004 art. 68'),
  ('ORIENTATION', 0, 'UU 39/2004 art. 69')
) AS law (kind, margin_months, legal_basis);

-- UU 18/2017, in force since 22 November 2017.
INSERT INTO requirement_rule (kind, valid_from, margin_months, legal_basis)
SELECT kind, '2017-11-22', margin_months, legal_basis FROM (VALUES
  ('IDENTITY', 0, 'UU 18/2017 art. 5 letter e; UU 24/2013 on population administration'),
  ('MARITAL_LETTER', 0, 'UU 18/2017 art. 13 letter a'),
  ('FAMILY_PERMISSION', 0, 'UU 18/2017 art. 13 letter b'),
  ('COMPETENCE', 0, 'UU 18/2017 art. 5 letter b, art. 13 letter c'),
  ('HEALTH', 0, 'UU 18/2017 art. 5 letter c, art. 13 letter d; Perpres 64/2011 (valid for three months)'),
  ('PASSPORT', 6, 'UU 18/2017 art. 13 letter e; six months left by practice of destinations and carriers'),
  ('VISA', 0, 'UU 18/2017 art. 13 letter f'),
  ('PLACEMENT_AGREEMENT', 0, 'UU 18/2017 art. 13 letter g'),
  ('EMPLOYMENT_CONTRACT', 0, 'UU 18/2017 art. 13 letter h, art. 15'),
  ('ORIENTATION', 0, 'UU 18/2017 art. 8; PerBP2MI 7/2022')
) AS law (kind, margin_months, legal_basis);

INSERT INTO requirement_rule (kind, valid_from, valid_to, legal_basis) VALUES
  ('INSURANCE', '2017-11-22', '2023-02-21', 'UU 18/2017 art. 5 letter d, art. 29'),
  ('INSURANCE', '2023-02-22', NULL, 'UU 18/2017 art. 5 letter d, art. 29; Permenaker 4/2023');

-- Age. The law says 18. It said 21 for individual employers until 2017, and practice has kept that.
INSERT INTO requirement_rule (kind, job_group, employer_kind, valid_from, valid_to, minimum_age, legal_basis) VALUES
  ('AGE', NULL, NULL, '2004-10-18', '2017-11-21', 18, 'UU 39/2004 art. 35 letter a'),
  ('AGE', NULL, 'INDIVIDUAL', '2004-10-18', '2017-11-21', 21, 'UU 39/2004 art. 35 letter a (individual employers)'),
  ('AGE', NULL, NULL, '2017-11-22', NULL, 18, 'UU 18/2017 art. 5 letter a'),
  ('AGE', NULL, 'INDIVIDUAL', '2017-11-22', NULL, 21,
    'UU 18/2017 art. 5 letter a; 21 for individual employers by practice since UU 39/2004 art. 35'),
  ('AGE', 'DOMESTIC', NULL, '2017-11-22', NULL, 21,
    'UU 18/2017 art. 5 letter a; 21 for domestic work by practice since UU 39/2004 art. 35');

-- Malaysia: 18 to 38, domestic work 21 to 45, since the memorandum of 1 April 2022.
INSERT INTO requirement_rule
  (kind, destination_country, job_group, employer_kind, valid_from, minimum_age, maximum_age, legal_basis) VALUES
  ('AGE', 'MY', NULL, NULL, '2022-04-01', 18, 38,
    'UU 18/2017 art. 5 letter a; 18 to 38 by the practice of Malaysia since 2022'),
  ('AGE', 'MY', NULL, 'INDIVIDUAL', '2022-04-01', 21, 38,
    'UU 18/2017 art. 5 letter a; 21 to 38 for individual employers by the practice of Malaysia since 2022'),
  ('AGE', 'MY', 'DOMESTIC', NULL, '2022-04-01', 21, 45,
    'UU 18/2017 art. 5 letter a; 21 to 45 for domestic work by the practice of Malaysia since 2022');

-- Who is placed by no private agency has no agreement with one.
INSERT INTO requirement_rule (kind, scheme, valid_from, required, legal_basis) VALUES
  ('PLACEMENT_AGREEMENT', 'INDEPENDENT', '2017-11-22', false, 'UU 18/2017 art. 63 (on one''s own)'),
  ('PLACEMENT_AGREEMENT', 'OWN_COMPANY', '2017-11-22', false, 'UU 18/2017 art. 49 (for one''s own company)'),
  ('PLACEMENT_AGREEMENT', 'SPECIFIED_SKILLED_WORKER', '2017-11-22', false,
    'UU 18/2017 art. 49 (specified skilled worker: no placement agency)'),
  ('PLACEMENT_AGREEMENT', 'RE_ENTRY', '2017-11-22', false, 'UU 18/2017 art. 49 (return to the same employer)');

INSERT INTO requirement_rule (kind, scheme, valid_from, valid_to, required, legal_basis) VALUES
  ('AGENCY_LICENCE', NULL, '2004-10-18', '2017-11-21', false, 'UU 39/2004 art. 12 (for private placement only)'),
  ('AGENCY_LICENCE', 'P_TO_P', '2004-10-18', '2017-11-21', true, 'UU 39/2004 art. 12'),
  ('AGENCY_LICENCE', NULL, '2017-11-22', NULL, false, 'UU 18/2017 art. 51 (for private placement only)'),
  ('AGENCY_LICENCE', 'P_TO_P', '2017-11-22', NULL, true, 'UU 18/2017 art. 51; Permen P2MI 1/2025, 4/2025');

-- Police clearance is no document of art. 13: some destinations ask for it.
INSERT INTO requirement_rule (kind, destination_country, valid_from, valid_to, required, legal_basis) VALUES
  ('POLICE_CLEARANCE', NULL, '2004-10-18', '2017-11-21', false, 'Not in UU 39/2004 art. 51; conditional'),
  ('POLICE_CLEARANCE', NULL, '2017-11-22', NULL, false, 'Not in UU 18/2017 art. 13; conditional'),
  ('POLICE_CLEARANCE', 'HK', '2017-11-22', NULL, true, 'Conditional: asked for by Hong Kong (practice); Perpol 6/2023'),
  ('POLICE_CLEARANCE', 'TW', '2017-11-22', NULL, true, 'Conditional: asked for by Taiwan (practice); Perpol 6/2023'),
  ('POLICE_CLEARANCE', 'KR', '2017-11-22', NULL, true, 'Conditional: asked for by South Korea (practice); Perpol 6/2023'),
  ('POLICE_CLEARANCE', 'JP', '2017-11-22', NULL, true, 'Conditional: asked for by Japan (practice); Perpol 6/2023'),
  ('POLICE_CLEARANCE', 'SG', '2017-11-22', NULL, true, 'Conditional: asked for by Singapore (practice); Perpol 6/2023');
