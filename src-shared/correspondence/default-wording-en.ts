import type { Wording } from './wording.ts';

const ABOUT = 'Your case: {{serviceName}}{{#location}}, {{location}}{{/location}}.';
const DEPARTMENT = 'This department takes care of it: {{departmentName}}{{#departmentPhone}}, {{departmentPhone}}{{/departmentPhone}}.';
const NUMBER = 'Your tracking number is {{trackingNumber}}. Please keep it, and say it when you call us about your case.';
const ANSWER_BY = 'We will answer you by {{upcomingRespondByDate}}.';
const FINISH_BY = 'We expect to finish the work by {{upcomingResolveByDate}}.';
const LARGE_REPAIR = `{{#majorRepair}}
This is a large repair. Your case stays open until the work is done, and we will tell you how it is going.
{{/majorRepair}}`;
const SEE_STATUS = 'To see how it is going, visit {{statusLink}}{{#pin}} and give your PIN: {{pin}}{{/pin}}';
const AGENCY = `{{agencyName}}
{{agencyAddress}}
Phone: {{agencyPhone}}
Hours: {{agencyHours}}
Website: {{agencyWebsite}}`;

export const ENGLISH_WORDING: Wording = {
  greeting: `{{#citizenName}}
Dear {{citizenName}},
{{/citizenName}}
{{^citizenName}}
Hello,
{{/citizenName}}`,
  questions: 'Do you have questions? Call {{cityPhone}}{{#trackingNumber}} and say your tracking number: {{trackingNumber}}{{/trackingNumber}}.',
  events: {
    caseReceived: {
      subject: 'We have your case: {{trackingNumber}}',
      paragraphs: [
        'Thank you for contacting us on {{receivedDate}}.',
        ABOUT,
        NUMBER,
        ANSWER_BY,
        FINISH_BY,
        LARGE_REPAIR,
        DEPARTMENT,
        SEE_STATUS,
      ],
      text: '{{cityName}}: We have your case. Your tracking number is {{trackingNumber}}.{{#upcomingRespondByDate}} We will answer by {{upcomingRespondByDate}}.{{/upcomingRespondByDate}}',
    },
    acknowledged: {
      subject: 'We have your complaint: {{trackingNumber}}',
      paragraphs: [
        'Thank you for telling us that something went wrong. We received your complaint on {{receivedDate}}, and we will look into it.',
        NUMBER,
        ANSWER_BY,
        'You can ask {{complaintContactName}}{{#complaintContactTitle}}, {{complaintContactTitle}},{{/complaintContactTitle}} about your complaint.{{#departmentPhone}} The phone number is {{departmentPhone}}.{{/departmentPhone}}',
      ],
      text: '{{cityName}}: We have your complaint and will look into it. Tracking number: {{trackingNumber}}.{{#upcomingRespondByDate}} We will answer by {{upcomingRespondByDate}}.{{/upcomingRespondByDate}}',
    },
    responded: {
      subject: 'Our answer in your case: {{trackingNumber}}',
      paragraphs: [ABOUT, '{{replyText}}', FINISH_BY, LARGE_REPAIR],
      text: '{{cityName}}, about your case {{trackingNumber}}: {{replyText}}',
    },
    progress: {
      subject: 'News about your case: {{trackingNumber}}',
      paragraphs: ['Here is how your case is going.', ABOUT, '{{progressNote}}', FINISH_BY, LARGE_REPAIR],
      text: '{{cityName}}, about your case {{trackingNumber}}: {{progressNote}}',
    },
    referred: {
      subject: 'Another agency can help you: {{trackingNumber}}',
      paragraphs: [
        'Thank you for telling us. The city does not take care of this, but another agency does.',
        ABOUT,
        'Please contact this agency:',
        AGENCY,
        'We are sorry that you have to ask again. Please tell the agency what you told us.',
      ],
      letterParagraphs: [
        'Thank you for telling us. The city does not take care of this, but another agency does.',
        ABOUT,
        'Please contact {{agencyName}}, {{agencyAddress}}. Phone: {{agencyPhone}}. You will find this again at the end of this letter.',
        'We are sorry that you have to ask again. Please tell the agency what you told us.',
      ],
      text: '{{cityName}}: Another agency takes care of your case {{trackingNumber}}. Please contact {{agencyName}}, {{agencyAddress}}, {{agencyPhone}}.',
    },
    closed: {
      subject: 'We have closed your case: {{trackingNumber}}',
      paragraphs: [
        'We have closed your case.',
        ABOUT,
        'Outcome: {{outcome}}',
        '{{closingNote}}',
        'The work was done on {{completionDate}}.',
        'If the problem is still there, please call us. We can open your case again.',
        'How did we do? Please tell us: {{surveyLink}}',
      ],
      text: '{{cityName}}: We have closed your case {{trackingNumber}}.{{#outcome}} Outcome: {{outcome}}.{{/outcome}}{{#statusLink}} More: {{statusLink}}{{/statusLink}}{{#surveyLink}} How did we do? {{surveyLink}}{{/surveyLink}}',
    },
    reopened: {
      subject: 'We have opened your case again: {{trackingNumber}}',
      paragraphs: [
        'We are working on your case again. Your tracking number stays the same.',
        ABOUT,
        ANSWER_BY,
        FINISH_BY,
        DEPARTMENT,
      ],
      text: '{{cityName}}: We are working on your case {{trackingNumber}} again. Your tracking number stays the same.',
    },
    merged: {
      subject: 'Others reported this too: {{trackingNumber}}',
      paragraphs: [
        'Other people reported the same problem. We have joined your report with theirs, so that one team takes care of it.',
        ABOUT,
        'You keep your tracking number, {{trackingNumber}}. We will tell you what happens, as before.',
        'The number of the joint case is {{mergedTrackingNumber}}.',
      ],
      text: '{{cityName}}: Others reported this too. We have joined the reports. You keep your tracking number, {{trackingNumber}}, and we will tell you what happens.',
    },
    survey: {
      subject: 'How did we do? Your case {{trackingNumber}}',
      paragraphs: [
        'We have closed your case. Please tell us how we did. It takes a minute.',
        ABOUT,
        '{{surveyLink}}',
        'We read every answer. If you were not happy, somebody from the department will call or write to you.',
      ],
      letterParagraphs: [
        'We have closed your case. Please tell us how we did.',
        ABOUT,
        'Circle a number: 1 means that you are not happy at all, 5 means that you are very happy.',
        ['1', '2', '3', '4', '5'].join('\u2003\u2003\u2003'),
        'What could we do better? Write it on the back of this letter.',
        'Please send the letter back to this address, or call {{cityPhone}}:',
        '{{cityName}}\n{{cityOffice}}\n{{cityAddress}}',
        'Or answer online: {{surveyLink}}',
      ],
      text: '{{cityName}}: We have closed your case {{trackingNumber}}. How did we do? {{surveyLink}}',
    },
  },
  general: {
    subject: 'Your case {{trackingNumber}}',
    paragraphs: ['{{replyText}}'],
    text: '{{cityName}}, about your case {{trackingNumber}}: {{replyText}}',
  },
};
