-- LTSA: the four of Nusa Tenggara Timur with the islands they serve, and the offices elsewhere that could issue passports
-- in 2018, each for its own regency. The province's office serves all of it.
INSERT INTO ltsa_office (code, name, region_code) VALUES
  ('LTSA-53', 'LTSA-P2TKI Provinsi Nusa Tenggara Timur', '53.71'),
  ('LTSA-5301', 'LTSA Kabupaten Kupang', '53.01'),
  ('LTSA-5307', 'LTSA Kabupaten Sikka', '53.07'),
  ('LTSA-5318', 'LTSA Kabupaten Sumba Barat Daya', '53.18'),
  ('LTSA-3202', 'LTSA Kabupaten Sukabumi', '32.02'),
  ('LTSA-3212', 'LTSA Kabupaten Indramayu', '32.12'),
  ('LTSA-3213', 'LTSA Kabupaten Subang', '32.13'),
  ('LTSA-3215', 'LTSA Kabupaten Karawang', '32.15'),
  ('LTSA-3510', 'LTSA Kabupaten Banyuwangi', '35.10'),
  ('LTSA-3578', 'LTSA Kota Surabaya', '35.78'),
  ('LTSA-5202', 'LTSA Kabupaten Lombok Tengah', '52.02'),
  ('LTSA-5204', 'LTSA Kabupaten Sumbawa', '52.04'),
  ('LTSA-6101', 'LTSA Kabupaten Sambas', '61.01'),
  ('LTSA-6503', 'LTSA Kabupaten Nunukan', '65.03');

INSERT INTO ltsa_office_region (office_code, region_code)
SELECT office_code, unnest(region_codes) FROM (VALUES
  ('LTSA-53', ARRAY['53']),
  -- Timor, Rote and Alor.
  ('LTSA-5301', ARRAY['53.01', '53.02', '53.03', '53.04', '53.05', '53.14', '53.21', '53.71']),
  -- Flores and Lembata.
  ('LTSA-5307', ARRAY['53.06', '53.07', '53.08', '53.09', '53.10', '53.13', '53.15', '53.16', '53.19']),
  -- The four regencies of Sumba.
  ('LTSA-5318', ARRAY['53.11', '53.12', '53.17', '53.18'])
) AS served (office_code, region_codes)
UNION ALL
SELECT code, region_code FROM ltsa_office WHERE region_code NOT LIKE '53.%';

-- Placement agencies are invented ("rekaan"), like their numbers from 9001 on. A licence lasts five years and can be
-- extended; these are longer than any extension, so that people seeded on any day meet agencies that are licensed.
INSERT INTO placement_agency (licence_number, name, valid_from, valid_to) VALUES
  ('SIP3MI-9001', 'PT Cendana Karya Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9002', 'PT Lontar Bahari Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9003', 'PT Sasando Bakti Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9004', 'PT Komodo Insan Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9005', 'PT Kelimutu Jaya Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9006', 'PT Tenun Ikat Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9007', 'PT Pasola Sejahtera Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9008', 'PT Moko Perunggu Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9009', 'PT Angin Timur Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9010', 'PT Layar Putus Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9011', 'PT Janji Manis Rekaan', '2017-01-02', '2099-12-31'),
  ('SIP3MI-9012', 'PT Pintu Tertutup Rekaan', '2019-01-01', '2023-12-31');

INSERT INTO placement_agency_sanction (licence_number, decree, status, valid_from, valid_to) VALUES
  -- Served its time: active again.
  ('SIP3MI-9003', 'KEP-REKAAN/011/2023', 'WARNED', '2023-02-06', '2023-05-05'),
  ('SIP3MI-9003', 'KEP-REKAAN/047/2023', 'PARTLY_SUSPENDED', '2023-05-06', '2023-08-05'),
  -- Warned, and may go on.
  ('SIP3MI-9008', 'KEP-REKAAN/090/2025', 'WARNED', '2025-09-01', NULL),
  -- Suspended until it pays what it owes.
  ('SIP3MI-9010', 'KEP-REKAAN/015/2024', 'WARNED', '2024-03-04', '2024-06-03'),
  ('SIP3MI-9010', 'KEP-REKAAN/052/2024', 'SUSPENDED', '2024-06-04', NULL),
  -- Revoked.
  ('SIP3MI-9011', 'KEP-REKAAN/070/2024', 'SUSPENDED', '2024-08-12', '2025-02-09'),
  ('SIP3MI-9011', 'KEP-REKAAN/012/2025', 'REVOKED', '2025-02-10', NULL);

-- Who recruits for which countries and jobs; these orders last as long as the licences.
INSERT INTO job_order (number, licence_number, destination_country, job_group, job_title, quota, valid_from, valid_to)
SELECT concat_ws('-', 'SIP2MI', right(licence_number, 4), country, upper(left(job.job_group, 4))),
  licence_number, country, job.job_group, job.job_title, 500, valid_from, valid_to
FROM (VALUES
  ('SIP3MI-9001', ARRAY['MY', 'SG', 'BN']),
  ('SIP3MI-9002', ARRAY['MY', 'HK', 'TW']),
  ('SIP3MI-9003', ARRAY['MY', 'JP', 'KR']),
  ('SIP3MI-9004', ARRAY['SG', 'HK', 'TW', 'BN']),
  ('SIP3MI-9005', ARRAY['SA', 'AE', 'QA', 'KW', 'OM', 'BH', 'JO', 'TR']),
  ('SIP3MI-9006', ARRAY['IT', 'PL', 'HU', 'SK', 'RO', 'DE', 'MO']),
  ('SIP3MI-9007', ARRAY['MY', 'PG', 'SB', 'MV', 'ZM', 'FJ', 'AU', 'NZ']),
  ('SIP3MI-9008', ARRAY['MY', 'SG', 'JP', 'KR']),
  ('SIP3MI-9009', ARRAY['MY', 'SG', 'HK', 'TW', 'BN', 'QA', 'AE', 'PG', 'SA']),
  ('SIP3MI-9010', ARRAY['MY']),
  ('SIP3MI-9011', ARRAY['MY'])
) AS recruits (licence_number, countries)
JOIN placement_agency USING (licence_number)
CROSS JOIN LATERAL unnest(countries) AS country
CROSS JOIN (VALUES
  ('DOMESTIC', 'Housekeeper'),
  ('CAREGIVER', 'Elderly caretaker'),
  ('PLANTATION', 'Plantation worker'),
  ('MANUFACTURING', 'Production operator'),
  ('CONSTRUCTION', 'Construction worker'),
  ('HOSPITALITY', 'Waiter'),
  ('OTHER', 'Cleaner')
) AS job (job_group, job_title);

UPDATE job_order SET revoked_at = '2025-02-10' WHERE licence_number = 'SIP3MI-9011';
