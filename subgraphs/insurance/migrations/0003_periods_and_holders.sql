-- A period announces the person to whom its membership belongs. Where that is mended in one transaction while a period changes in
-- another, the period announced the person of before, and the new one was told of nothing after the last of the two commits. So a
-- change of the holder and changes of periods wait for each other, and changes of periods for nobody else: the holder becomes a part
-- of a key, which nobody changes while it is shared, and a period shares it until its transaction ends.
CREATE UNIQUE INDEX insurance_membership_holder ON insurance_membership (kpj, nik);

DROP TRIGGER announce_applicant ON insurance_period;
DROP TRIGGER announce_applicant_truncated ON insurance_period;
SELECT announce_rows(
  'insurance_period', 'Applicant', 'nik', 'SELECT nik FROM insurance_membership WHERE kpj = ($1).kpj FOR KEY SHARE'
);
