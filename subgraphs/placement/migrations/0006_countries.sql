-- A country that the graph's CountryCode does not have, such as UK, could not be answered, and would take what it stands in
-- away with it. These are those that the scalar accepts (a test compares them).
CREATE FUNCTION is_country(code text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT code = ANY (string_to_array(
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD '
    'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF '
    'GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN '
    'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA '
    'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI '
    'SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI '
    'VN VU WF WS XK YE YT ZA ZM ZW',
    ' '
  ))
$$;

-- NOT VALID: a row from before stays as it is, and is refused when it is written again without being mended.
ALTER TABLE placement ADD CONSTRAINT placement_countries
  CHECK (is_country(destination_country) AND is_country(employer_country) AND is_country(visa_country)) NOT VALID;
ALTER TABLE job_order ADD CONSTRAINT job_order_country CHECK (is_country(destination_country)) NOT VALID;
