// Short forms that every reader knows, inside and outside this field: nobody writes them out.
export const everydayShorts: ReadonlySet<string> = new Set(
  'NHS GP AE CEO HR IT QR CCTV AGM MP MPS HMRC DVLA WIFI UK USA US EU TV OK PDF DVD AM PM URL FAQ FAQS ID NB PC CV DIY GCSE SMS USB CD HTML CSV COVID BBC VAT PIN SIM GPS PR PO BOX TBC NA AND NOT OR ALL NO YES THE IS MUST NEW ONLY NB PLUS ASAP AKA RSVP'.split(
    ' ',
  ),
);
