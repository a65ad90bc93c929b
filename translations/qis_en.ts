<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>qis::ui::AskDialog</name>
    <message>
        <source>Ask for outcomes like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will be shown outcomes whose condition is like the one in the form. What happened plays no part in the likeness. Peers learn roughly what you ask for, such as the class of a drug; the rest stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the interest:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the interest a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::BasisField</name>
    <message>
        <source>With the event</source>
        <extracomment>Column heading of a 2 by 2 table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without</source>
        <extracomment>Column heading of a 2 by 2 table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposed</source>
        <extracomment>Row heading of a 2 by 2 table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exposed</source>
        <extracomment>Row heading of a 2 by 2 table</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposed, with the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposed, without the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exposed, with the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exposed, without the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these, with the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ChoiceField</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>First entry of a list of choices: nothing chosen yet, one is needed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ComposeForm</name>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it rests on</source>
        <extracomment>Heading of the last part of the form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One case, or numbers over many: choose what was observed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure are you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own judgement that what happened came from what was done, in per cent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 96 bytes. No names, dates or numbers that could lead to a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was observed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ComposePage</name>
    <message>
        <source>Reading the domain packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forms come from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain packs could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No domain pack is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack brings the form, the terms and the definition of similarity of one field of work. Install the program again, or name the folder of the packs with --resources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unfinished outcome is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be signed yet. See what is still to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has already left. You can still retract it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back. Nothing has left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Suggested name of an interest. %1: domain, %2: a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ComposeSide</name>
    <message>
        <source>Still &amp;to do:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask for outcomes like this…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the outcome and send it (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs the outcome with the key of this home. For a short time it can still be undone; then it goes to every connected peer and cannot be called back, only retracted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be told of outcomes whose condition is like the one in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes an interest from the condition in the form. What happened plays no part in the likeness, so that counting what happened stays honest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome appears here in words as you fill in the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in: %1</source>
        <extracomment>One thing to do before signing. %1: name of a field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One thing to do before signing. %1: name of a field, %2: what is wrong, a whole sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the fields marked as required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete. You can sign it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ConfidenceField</name>
    <message>
        <source>%</source>
        <extracomment>Unit sign beside a number field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::DesktopOptions</name>
    <message>
        <source>Sign outcomes, ask for outcomes like yours, and see why they match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: light, dark or contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window, such as en or ar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of everything, from 0.5 to 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write pictures of the pages to a folder and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint to listen on; may be given several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint of a peer to connect to; may be given several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with packs and vocabularies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a demo home, made when it does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme is one of: light, dark, contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale is a number from 0.5 to 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page to begin with: compose, matches or evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is one of: compose, matches, evidence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::EvidenceData</name>
    <message>
        <source>Share of cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share reporting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposed</source>
        <extracomment>Heading of a column of numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the event</source>
        <extracomment>Heading of a column of numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 case(s), %4</source>
        <extracomment>One row read aloud. %1: site, %2: with the event, %3: all, %4: &quot;65 % (44–82 %)&quot;. The plural goes by %3.</extracomment>
        <translation>
            <numerusform>%1: %2 of %3 case, %4</numerusform>
            <numerusform>%1: %2 of %3 cases, %4</numerusform>
        </translation>
    </message>
    <message>
        <source>Site by site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A square for each site, larger with more cases, and its 95 % interval. The diamond is all sites together, none above its cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Heading of a column: the lower end of an interval</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>Heading of a column: the upper end of an interval</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nobody exposed</source>
        <extracomment>One row read aloud. %1: site</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As outcomes were issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes, in order of issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of all sites together after each outcome, with its 95 % interval as a band; %1 of %2 outcomes are drawn. What was retracted is left out.</source>
        <extracomment>%1: number of points drawn, %2: number of outcomes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of all sites together after each outcome, with its 95 % interval as a band. What was retracted is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retracted</source>
        <extracomment>Heading of a column, and beside a line in a plot: something was taken back at this place</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) after this one</source>
        <translation>
            <numerusform>%Ln outcome after this one</numerusform>
            <numerusform>%Ln outcomes after this one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %1 outcome(s), %2: %3 of %4 cases, %5</source>
        <extracomment>One row read aloud. %1: number of outcomes, %2: day and time, %3: with the event, %4: cases, %5: &quot;65 % (44–82 %)&quot;. The plural goes by %1.</extracomment>
        <translation>
            <numerusform>After %1 outcome, %2: %3 of %4 cases, %5</numerusform>
            <numerusform>After %1 outcomes, %2: %3 of %4 cases, %5</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Retracted: %2</source>
        <extracomment>One row read aloud. %1: what it says, %2: &quot;2 outcomes after this one&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not exposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <extracomment>Heading of a column: how much of the whole a site counts for</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %3 case(s), weight %4</source>
        <extracomment>One row read aloud. %1: site, %2: with the event, %3: all, %4: a percentage. The plural goes by %3.</extracomment>
        <translation>
            <numerusform>%1: %2 of %3 case, weight %4</numerusform>
            <numerusform>%1: %2 of %3 cases, weight %4</numerusform>
        </translation>
    </message>
    <message>
        <source>All tables together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <extracomment>Heading of a column: with and without the event</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share, sites capped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each site sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::EvidencePage</name>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Interest:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Question:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tables together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – also matches on the outcome, so no rate can be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No peer is connected. Shown is what had arrived by %1.</source>
        <extracomment>%1: day and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was exposed in what matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not asked for anything yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence is what matched outcomes say together. Describe a condition in Compose and choose “Ask for outcomes like this”; what matches is counted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Compose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rate can be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every interest of this home also matches on what happened. What is chosen by its outcome cannot tell how often that outcome happens. Choose “Ask for outcomes like this” in Compose: such an interest goes by the condition alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) matched, but none counts here. Your own site, what was retracted and what does not record this are left out. Choose another question above.</source>
        <translation>
            <numerusform>%Ln outcome matched, but none counts here. Your own site, what was retracted and what does not record this are left out. Choose another question above.</numerusform>
            <numerusform>%Ln outcomes matched, but none counts here. Your own site, what was retracted and what does not record this are left out. Choose another question above.</numerusform>
        </translation>
    </message>
    <message>
        <source>No match here, and no peer is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stored on this computer was searched. More can arrive as soon as a peer is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stored on this computer was searched. Evidence appears here by itself when other sites send something alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like your outcome: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each site sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::EvidenceWords</name>
    <message numerus="yes">
        <source>%Ln site(s)</source>
        <extracomment>Part of a longer sentence: &quot;from 5 sites&quot;.</extracomment>
        <translation>
            <numerusform>%Ln site</numerusform>
            <numerusform>%Ln sites</numerusform>
        </translation>
    </message>
    <message>
        <source>Among the exposed, %1 of %2 from %3 report %4; %5.</source>
        <extracomment>%1: with the event, %2: all, %3: &quot;5 sites&quot;, %4: what the event is, such as &quot;falling ill&quot;, %5: &quot;65 % (44–82 %)&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Among the others, %2 of %3; %4.</source>
        <extracomment>%1: the sentence about the exposed, %2: with the event, %3: all, %4: &quot;65 % (44–82 %)&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: a percentage, %2: its interval, &quot;44–82 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 matched case(s) from %3 answer yes to “%4”; %5.</source>
        <extracomment>%1: with the event, %2: all, %3: &quot;5 sites&quot;, %4: a question of the domain, %5: &quot;65 % (44–82 %)&quot;. The plural goes by %2.</extracomment>
        <translation>
            <numerusform>%1 of %2 matched case from %3 answers yes to “%4”; %5.</numerusform>
            <numerusform>%1 of %2 matched cases from %3 answer yes to “%4”; %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 matched case(s) from %3 report %4; %5.</source>
        <extracomment>%1: with the event, %2: all, %3: &quot;5 sites&quot;, %4: what the event is, such as &quot;bleeding&quot;, %5: &quot;65 % (44–82 %)&quot;. The plural goes by %2.</extracomment>
        <translation>
            <numerusform>%1 of %2 matched case from %3 reports %4; %5.</numerusform>
            <numerusform>%1 of %2 matched cases from %3 report %4; %5.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it comes from one site and says nothing about others. The interval (95 %) speaks of chance alone, not of who chose to report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A site weighs by its cases up to a cap, here at most %1 of the whole, so the share can differ from the plain count. The interval (95 %) speaks of chance alone, not of who chose to report.</source>
        <extracomment>%1: a percentage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports, not rates in patients. You see only what your profiles match. For research use; not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) behind this view was/were retracted, most recently on %1. It/they said nothing about this question.</source>
        <extracomment>%1: day and time</extracomment>
        <translation>
            <numerusform>%Ln outcome behind this view was retracted on %1. It said nothing about this question.</numerusform>
            <numerusform>%Ln outcomes behind this view were retracted, most recently on %1. They said nothing about this question.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) behind this view was/were retracted, most recently on %1. The share was %2; nothing is left to count.</source>
        <extracomment>%1: day and time, %2: a percentage</extracomment>
        <translation>
            <numerusform>%Ln outcome behind this view was retracted on %1. The share was %2; nothing is left to count.</numerusform>
            <numerusform>%Ln outcomes behind this view were retracted, most recently on %1. The share was %2; nothing is left to count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) behind this view was/were retracted, most recently on %1. The share was %2 before and is %3 now.</source>
        <extracomment>%1: day and time, %2 and %3: percentages</extracomment>
        <translation>
            <numerusform>%Ln outcome behind this view was retracted on %1. The share was %2 before and is %3 now.</numerusform>
            <numerusform>%Ln outcomes behind this view were retracted, most recently on %1. The share was %2 before and is %3 now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Interest “%1”, question “%2”; what had arrived by %3; digest of the evidence %4.</source>
        <extracomment>%1: name of an interest, %2: a question, %3: day and time, %4: a short code in hexadecimal</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ExplanationModel</name>
    <message>
        <source>not counted</source>
        <extracomment>In place of points: this dimension is shown but takes no part in the score.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – below the least allowed, %2</source>
        <extracomment>%1: what was compared, %2: the least similarity asked for, in per cent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: what was found (&quot;both: vitamin K antagonists&quot;), %2: how it was compared (&quot;by class&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Mine: %3. Theirs: %4. %5.</source>
        <extracomment>Read aloud for one row. %1: dimension, %2: points, %3: my value, %4: their value, %5: why</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <extracomment>Heading: one thing in which two outcomes are compared, such as age</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ExplanationPanel</name>
    <message>
        <source>Why it matched, by what was compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a match above to see point by point why it is alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 100 points, %2 recorded, from %3</source>
        <extracomment>%1: score, %2: share that is recorded, %3: site</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author has retracted this outcome. It counts for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is below the least likeness asked for and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score rests on little: less than 60 % is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the points: %1</source>
        <extracomment>Under the table of points. %1: sum of the points; it is the score.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in mine: %1</source>
        <extracomment>%1: a list of terms</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in theirs: %1</source>
        <extracomment>%1: a list of terms</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature checked, author %1. Similarity by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature not valid, author %1. Similarity by %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::FieldRow</name>
    <message>
        <source>%1 (required)</source>
        <extracomment>Label of a field that must be filled in. %1: its name</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::FirstRunPage</name>
    <message>
        <source>Try with a &amp;demo home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create a &amp;real home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: St. Anne&apos;s Hospital, Pharmacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to QIS Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign what you observed, ask for outcomes like yours, and see why they match. Patient records never leave this computer; only what you sign does. For research and exchange of professional experience; not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of your site (required):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A home to play with. It needs no passphrase, and its key is refused by every real network, so nothing you do in it can be taken for an observation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up for real use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key is made on this computer and never leaves it. The passphrase protects it; nobody can restore it for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase &amp;again:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is kept in %1.</source>
        <extracomment>%1: a folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the home: keys, vault and store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your site a name. Others see it beside your outcomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Use at least %Ln character(s).</source>
        <translation>
            <numerusform>Use at least %Ln character.</numerusform>
            <numerusform>Use at least %Ln characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::HomeGate</name>
    <message>
        <source>Opening the home…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo site</source>
        <extracomment>Name of the site of a demo home that was asked for on the command line</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MainWindow</name>
    <message>
        <source>QIS Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask for outcomes like this…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ext part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is this field?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network and storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About QIS Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – demo – QIS Desktop</source>
        <extracomment>Title of the window. %1: name of the site</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – QIS Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cursor in a field and press F1 to read what it is for. All keys are listed under Help, Keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;vidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchModel</name>
    <message>
        <source>Retracted. From %1: %2</source>
        <extracomment>Read aloud for one row. %1: site, %2: what happened</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1 of 100, from %2: %3</source>
        <extracomment>Read aloud for one row. %1: score of 100, %2: site, %3: what happened</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retracted: %1</source>
        <extracomment>%1: what happened, as one sentence. The author has taken the outcome back.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than 60 % of what the profile asks for is recorded in this outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of what the profile asks for is recorded in the outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How alike the two are, in points of 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchesPage</name>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Interest:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All interests</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 – %Ln match(es)</source>
        <extracomment>One entry of the list of interests. %1: its name; %Ln: how many outcomes match it</extracomment>
        <translation>
            <numerusform>%1 – %Ln match</numerusform>
            <numerusform>%1 – %Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message>
        <source>The matches could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not asked for anything yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe a condition in Compose and choose “Ask for outcomes like this”. An outcome that you sign asks for others like it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Compose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match here, and no peer is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stored on this computer was searched. More can arrive as soon as a peer is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stored on this computer was searched. Matches appear here by themselves when another site sends something alike.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::PlotFigure</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Beside a row of a plot. %1: a percentage, %2: its interval, &quot;44–82 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::PlotView</name>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: as a plot</source>
        <extracomment>Spoken name of a choice. %1: title of a plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: as a table</source>
        <extracomment>Spoken name of a choice. %1: title of a plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: export</source>
        <extracomment>Spoken name of a button. %1: title of a plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys or the mouse point out one row after the other. Return shows the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export: %1</source>
        <extracomment>Title of a dialog. %1: title of a plot</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scalable drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written. The name must end in .png, .svg or .csv to say what to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written, and nothing there was changed. Choose another folder, or make room on the disk. The system says: %2.</source>
        <extracomment>%1: path of a file, %2: what the system says about it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::SizeGauge</name>
    <message>
        <source>Size of the outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size: known once the outcome is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Size: %1, %Ln too many</source>
        <extracomment>%1: &quot;540 of 512 bytes&quot;</extracomment>
        <translation>
            <numerusform>Size: %1, %Ln too many</numerusform>
            <numerusform>Size: %1, %Ln too many</numerusform>
        </translation>
    </message>
    <message>
        <source>Size: %1</source>
        <extracomment>%1: &quot;229 of 512 bytes&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::StatusDialog</name>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network and storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Peers:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refused packets:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address for others:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store:</source>
        <extracomment>%1: number of packets, %2: of these our own, %3: size of the store, %4: free space on the disk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 packets, %2 of them from here; %3 used, %4 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln packet(s) that this version cannot read yet</source>
        <extracomment>Packets that this version cannot read yet</extracomment>
        <translation>
            <numerusform>%Ln packet that this version cannot read yet</numerusform>
            <numerusform>%Ln packets that this version cannot read yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Home:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>off by %Ln second(s)</source>
        <translation>
            <numerusform>off by %Ln second</numerusform>
            <numerusform>off by %Ln seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No peer is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::StatusStrip</name>
    <message>
        <source>Network and storage in detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <extracomment>%1: name of the site, %2: fingerprint of the key</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO</source>
        <extracomment>Badge of a home that is only for trying things out</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demo home: its key is refused by every real network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting to send</source>
        <translation>
            <numerusform>%Ln waiting to send</numerusform>
            <numerusform>%Ln waiting to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message>
        <source>Packets from others that did not pass every check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Online: %Ln peer(s)</source>
        <translation>
            <numerusform>Online: %Ln peer</numerusform>
            <numerusform>Online: %Ln peers</numerusform>
        </translation>
    </message>
    <message>
        <source>No peer connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::TermField</name>
    <message>
        <source>Type to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No term fits these words. Try fewer letters or another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a term from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud for one row of the list. %1: term, %2: why it was found</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::TermsField</name>
    <message>
        <source>Chosen for %1</source>
        <extracomment>%1: name of the field, such as &quot;Effects&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <extracomment>%1: a chosen term, such as a drug</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>That is all: no more than %Ln</source>
        <translation>
            <numerusform>That is all: no more than %Ln</numerusform>
            <numerusform>That is all: no more than %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Type to search; several are possible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::TextDialogs</name>
    <message>
        <source>About QIS Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QIS Desktop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For research and exchange of professional experience. Not a medical device, and not for diagnosis or treatment decisions on its own: check the sources shown. What you see are reports that match what you asked for, not rates in patients; pairs of sites that could compare notes are not evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2
Licence: %3
Source: %4</source>
        <extracomment>%1: title of a pack, %2: its version, %3: its licence, %4: its source</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pack is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Domain packs:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::TextField</name>
    <message numerus="yes">
        <source>Too long by %Ln byte(s).</source>
        <translation>
            <numerusform>Too long by %Ln byte.</numerusform>
            <numerusform>Too long by %Ln bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qis::ui::TroublePage</name>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The home could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Code:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home: %1. Nothing in it was changed.</source>
        <extracomment>%1: a folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Signed. It leaves in %Ln second(s).</source>
        <translation>
            <numerusform>Signed. It leaves in %Ln second.</numerusform>
            <numerusform>Signed. It leaves in %Ln seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed. It is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed and kept. %1</source>
        <extracomment>%1: why it waits, a whole sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed and sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::UnitField</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>Range of a number: least to greatest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <extracomment>What a screen reader calls a number field. %1: name, %2: unit</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::UnlockPage</name>
    <message>
        <source>&amp;Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase opens the keys of this home. It is not sent anywhere and not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home: %1</source>
        <extracomment>%1: a folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::Workspace</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compose</source>
        <extracomment>A page of the window: writing outcomes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Matches</source>
        <extracomment>A page of the window: outcomes of others that match</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store of this home had trouble writing. What was signed is safe. Check the disk, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <extracomment>A page of the window: what matched outcomes say together</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::format::Numbers</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Points that one dimension gave, and the most it could have given.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A percentage; translators may change the space and the place of the sign.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <extracomment>%1: size so far, %2: the limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <extracomment>From one percentage to another; translators may change the space and the place of the sign.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::format::Sentences</name>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome is larger than 512 bytes. Leave out some detail, such as the note or a few terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes are not well-formed CBOR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are bytes after the end of the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes are not a tagged COSE_Sign1 message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protected header is not exactly the EdDSA algorithm and the author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author is not a 32-byte key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unprotected header must be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature must have 64 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the payload has the wrong type or shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payload holds a key that this format does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map holds the same key twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part that this kind of packet needs is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part that this kind of packet must not have is present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many fields on one side of the outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is empty or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds characters that cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many entries here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is outside the allowed range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome has a newer format than this program knows. It is kept until the program is updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packet is of a kind that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome is dated more than 24 hours ahead. Check the clock of the computer it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes are not the one deterministic encoding of their content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This outcome is already here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not fit the packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author is not known in this network yet. The outcome is kept until a membership arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author is not a member in good standing of this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demonstration key cannot be used in a real network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the author&apos;s own site may follow up, amend or retract a packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More outcomes were sent than the network allows in this time. Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The packet contradicts the author&apos;s chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author signed two different packets with one sequence number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain pack of this outcome is not installed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain pack has no such field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the kind of value that the field takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value is not allowed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed before the outcome can be signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These values contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This term is not in the code system. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not valid JSON of the expected shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object has a member that is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit does not fit the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you ask for is not complete. Fill in at least one field of the condition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rate may only be asked from a profile that matches on the condition side alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain pack is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The similarity definition is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vocabulary file is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed document is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer here. It may have left or been removed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something of this name exists already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This outcome has been retracted already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the values given is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no QIS home in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder already holds a QIS home. Open it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using this QIS home. Close the other window or node, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The QIS home cannot be written to. Check the rights of the folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. What was signed is safe; what was being written is not. Make room, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store could not be read or written. Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was written by a newer version of this program. Nothing was changed. Install the newer version to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file in the place of the store is not a QIS store. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is damaged. Nothing was changed. Restore it from a backup, or ask for help before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is wrong. Check the keyboard layout and Caps Lock, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home is protected. Enter its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file is damaged. Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys are locked. Unlock the home to sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cryptographic operation failed. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A peer sent a frame that is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A peer did not prove who it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer belongs to another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link key differs from the one that was announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The peer is not on the list of admitted link keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is not of the form tcp://HOST:PORT#LINKKEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side could not be reached. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing came within the time. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side is busy. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The home is closed, so nothing was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not. What was signed is safe. The details below help to report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can still take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is signed as soon as the home is unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No peer is connected. It goes out by itself as soon as one is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A peer is away. It goes out by itself when the peer is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent; a peer has not confirmed it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts: how many, and how many with the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An estimated effect with its standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A 2 by 2 table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observed against expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tallies for a pair of exposures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not work (code: %1).</source>
        <extracomment>%1 is a technical code that has no sentence of its own, such as &quot;bad-frame&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting (code: %1).</source>
        <extracomment>%1 is a technical code that has no sentence of its own.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <extracomment>How sure the author is, 0 to 19 per cent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlikely</source>
        <extracomment>How sure the author is, 20 to 39 per cent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible</source>
        <extracomment>How sure the author is, 40 to 59 per cent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probable</source>
        <extracomment>How sure the author is, 60 to 79 per cent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very likely</source>
        <extracomment>How sure the author is, 80 to 100 per cent.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
