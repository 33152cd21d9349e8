-- Codes missing from the sequences in force: districts that left with a regency when it was split off. A NIK keeps the code
-- it was given, so they stay known for ever.
INSERT INTO region (code, is_retired, successor_codes)
SELECT regency || '.' || number, true, successors
FROM (VALUES
  ('53.01', ARRAY['01', '02', '03', '14', '15', '29'], ARRAY['53.14', '53.20']),
  ('53.04', ARRAY['06', '07', '08', '09', '10', '11', '14', '15', '16', '19', '20'], ARRAY['53.21']),
  ('53.09', ARRAY['03', '04', '05', '08', '10', '11', '13', '17'], ARRAY['53.16']),
  ('53.10', ARRAY['02', '04', '07', '08', '09', '10'], ARRAY['53.15', '53.19']),
  ('53.12', ARRAY['01', '02', '03', '05', '06', '07', '08', '09', '13', '14', '16', '17'], ARRAY['53.17', '53.18'])
) AS split (regency, numbers, successors), unnest(numbers) AS number;
