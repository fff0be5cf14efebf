/** A directory as another office gives it away, with the columns of a real one and the faults of several. Made up throughout. */
export const SAMPLE_DIRECTORY = `agency,program,street_address,city,state,zip,phone,hours,keywords,description
Egret County Sheriff's Office,"Operations Division., Emergency Services","555 County Center, 4th Floor",Egret Springs,FL,33499,561 555-0131,"Monday-Friday, 8-5",EMERGENCY SERVICES; Disaster Relief,"Plans for floods, storms and other disasters. Brochures in English and Spanish."
Egret County Bar Association,Lawyer Referral Service,"333 Bradford Street, Suite 200",Egret Springs,FL,33499,561 555-0132,"Monday-Friday, 8:30-4",LEGAL SERVICES; Lawyer Referral,Refers callers to lawyers.
Egret Animal Rescue,Administration,12 Shelter Road,Egret Springs,FL,33499,561 555-0133,,ANIMAL SERVICES; Stray animals,"Takes in lost and ""stray"" animals,
day and night."
Egret Animal Rescue,Administration,9 Harbor Plaza,Portreeve Bay,FL,33444,561 555-0134,,ANIMAL SERVICES,Second office.
No Phone Agency,,1 Elm Street,Egret Springs,FL,33499,,,,
No Address Agency,,,Egret Springs,FL,33499,561 555-0135,,,
,,2 Elm Street,Egret Springs,FL,33499,561 555-0136,,,
Egret County Bar Association,Lawyer Referral Service,"333 Bradford Street, Suite 200",Egret Springs,FL,33499,561 555-0132,,,The same once more
`;
