<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>qis::ui</name>
    <message>
        <source>What differs from the earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>Heading of a column: the value in the earlier version</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>Heading of a column: the value in the newer version</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <extracomment>In the place of a value that was not recorded</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: before %2, now %3</source>
        <extracomment>Read aloud for one row. %1: field, %2: earlier value, %3: newer value</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is going on. What takes longer, such as a backup, is shown here while it runs, and how it ended until you have seen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <extracomment>Spoken name of a button. %1: what is going on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping and clearing away…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ActivityWatch</name>
    <message>
        <source>Backing up the home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring a home from its backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1</source>
        <extracomment>%1: path of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written, and nothing there was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::AmendBar</name>
    <message>
        <source>Make it a new outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier outcome stays as it is, and this one stands beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes the place of an outcome that you signed earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome whose place this would take has been retracted. It can only be a new outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome whose place this would take has been amended meanwhile. Amend its newest version, or make this a new outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes the place of the outcome that you signed on %1: %2</source>
        <extracomment>%1: date and time, %2: an outcome as one sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::Answers</name>
    <message>
        <source>No question is answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Total %1: %2. %3 of %Ln question(s) is/are answered.</source>
        <extracomment>%1: sum of the points of all answers, %2: what it means, such as &quot;probable&quot;; %3 of %Ln: questions answered</extracomment>
        <translation>
            <numerusform>Total %1: %2. %3 of %Ln question is answered.</numerusform>
            <numerusform>Total %1: %2. %3 of %Ln questions are answered.</numerusform>
        </translation>
    </message>
    <message>
        <source>Total %1: %2.</source>
        <extracomment>%1: sum of the points of a scale, %2: what it means, such as &quot;probable&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::AnswersDialog</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <extracomment>An answer: unknown, or the question does not apply</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <extracomment>Heading of a column of numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>A question of a scale. %1: its number, %2: the question</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown or not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Read aloud for an answer. %1: the question, %2: the answer, such as &quot;Yes&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YNU</source>
        <extracomment>The keys that answer a question with yes, no and unknown, in this order: three different letters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3 and %4 answer a question and go on to the next; Backspace takes an answer back.</source>
        <extracomment>%1: what the scale is, as sentences; %2, %3, %4: the letters that answer with yes, no and unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::AnswersField</name>
    <message>
        <source>Answer the questions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>Read aloud for a button. %1: name of the field, %2: what its answers come to, as a sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <name>qis::ui::BackupBox</name>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file holds the whole home: the key, outcomes, drafts and interests. It is protected like this home and no better: whoever has the file and the passphrase signs as this site, and the outcomes in it can be read without the passphrase. Keep it away from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up the home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups of a home (*.qisbackup)</source>
        <extracomment>Kind of file, in a dialog; leave what is in brackets as it is</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home was never backed up. If this computer is lost, so are its key and its outcomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backed up %1, less than a day ago.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Last backed up %1, %Ln day(s) ago.</source>
        <translation>
            <numerusform>Last backed up %1, %Ln day ago.</numerusform>
            <numerusform>Last backed up %1, %Ln days ago.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is complete and was checked: %1</source>
        <extracomment>%1: a file</extracomment>
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
    <name>qis::ui::ChecklistRow</name>
    <message>
        <source>Done: %1</source>
        <extracomment>A step of setting up. %1: the step, a sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do: %1</source>
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
    <message>
        <source>Type a number to choose the band that holds it. The number itself is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. The number is not kept.</source>
        <extracomment>While a number is typed to choose its band. %1: the number, %2: the band, such as &quot;65 to 74 years&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no band holds this number.</source>
        <extracomment>%1: a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ChoicesField</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud for a check box. %1: name of the field, %2: the choice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys go from one to the next, the space bar ticks it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::CodesDialog</name>
    <message>
        <source>No message has these words in it. Fewer of them find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages and codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code, or words of a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages and their codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If a message shows a code, look it up here. Every refusal is counted on the page Networks, and nothing is lost without a message.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::CommandPalette</name>
    <message>
        <source>No action is called so. Fewer letters find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the action to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters, then choose with the arrow keys and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::CompareDialog</name>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <extracomment>Heading of a column: what this home asks for</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what the interest asks for earns points. Points say how alike two outcomes are, not what is true of patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the first</source>
        <extracomment>Heading of a column when both outcomes are from one site. %1: site</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the second</source>
        <extracomment>Heading of a column when both outcomes are from one site. %1: site</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared by circumstances and by what happened. Outcomes that are alike may be of one patient; a pair is not evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the two compare, by what was compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They could not be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 100 points alike, %2 recorded</source>
        <extracomment>%1: score, %2: share that is recorded in both</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the points: %1</source>
        <extracomment>Under the table of points. %1: sum of the points; it is the score.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in %1: nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::Comparisons</name>
    <message>
        <source>same</source>
        <extracomment>What was found when two values were compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different</source>
        <extracomment>What was found when two values were compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both: %1</source>
        <extracomment>What was found when two terms were compared. %1: the narrowest class that both belong to</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no common class</source>
        <extracomment>What was found when two terms were compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shared</source>
        <extracomment>What was found when two lists of terms were compared. %1: terms that both have, %2: all their terms</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln band(s) apart</source>
        <extracomment>What was found when two places on a scale were compared</extracomment>
        <translation>
            <numerusform>%Ln band apart</numerusform>
            <numerusform>%Ln bands apart</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 apart</source>
        <extracomment>What was found when two numbers were compared. %1: their difference</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 apart</source>
        <extracomment>What was found when two numbers were compared. %1: their difference, %2: its unit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio %1</source>
        <extracomment>What was found when two numbers were compared. %1: how many times the one is the other</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ratio with zero</source>
        <extracomment>What was found when two numbers were compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded on either side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>What was found about one role and about another</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (roles swapped)</source>
        <extracomment>%1: what was found; the values match better with the roles of the pair exchanged</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same or not</source>
        <extracomment>How values are compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by class</source>
        <extracomment>How values are compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by place in the tree</source>
        <extracomment>How values are compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by shared terms</source>
        <extracomment>How values are compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by class, role by role</source>
        <extracomment>How values are compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by steps apart</source>
        <extracomment>How values are compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by difference</source>
        <extracomment>How values are compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by ratio</source>
        <extracomment>How values are compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::CompletenessMeter</name>
    <message>
        <source>This says how well it is documented, not whether it is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would document it better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documented: %1 of 1</source>
        <extracomment>How much is recorded. %1: from 0 to 1, such as 0.62</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts, and for how much, comes with the domain. %1</source>
        <extracomment>%1: who made the list of what counts, as whole sentences</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1 if you add %2</source>
        <extracomment>What would raise the measure of completeness. %1: by how much, such as 0.15; %2: what, such as &quot;onset&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: go to this field</source>
        <extracomment>Tool tip. %1: what would be gained, such as &quot;+0.15 if you add onset&quot;</extracomment>
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
    <message>
        <source>Exchanges the two, with what belongs to each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchanges the two roles with everything that belongs to each, for when they were entered the wrong way round. Once more brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to observed (Insert turns it round).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set to not observed (Insert turns it round).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays here</source>
        <extracomment>Heading of the part of the form that is never sent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your record number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads you back to the patient, and to this outcome when the patient comes back. It is kept encrypted on this computer, is never sent, and can be removed alone at any time.</source>
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
    <message>
        <source>New outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form has no field for a term.</source>
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
    <message>
        <source>&amp;Review and sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See every part that leaves, then sign (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the outcome as a sentence, every part of the packet in words and in bytes, and what stays on this computer. You sign it from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the outcome and send it without another look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in the form is being checked.</source>
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
    <name>qis::ui::DefinitionModel</name>
    <message>
        <source>counts as different</source>
        <extracomment>What becomes of a dimension that one of two outcomes does not record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts as %1 alike</source>
        <extracomment>What becomes of a dimension that one of two outcomes does not record. %1: a percentage</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is left out</source>
        <extracomment>What becomes of a dimension that one of two outcomes does not record</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <extracomment>Sides of an outcome: what was given, or what happened</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>There is no least likeness</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, weight %3. %4.</source>
        <extracomment>Read aloud for one row. %1: dimension, %2: its side, %3: its weight, %4: how it is compared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below this likeness the two are not matched at all, however alike they are otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <extracomment>Heading: one thing in which two outcomes are compared, such as age</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <extracomment>Heading: the least likeness allowed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When not recorded, it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::DemoGuide</name>
    <message>
        <source>Show me where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide through the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>Which of the steps of the guide it is. %1 and %2: numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is what it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at anything you like. All of it stays until you leave the demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See why it matched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Matches, go down the list with the arrow keys. Below it stands how many of 100 points each part gives, and what does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what they say together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence counts what matched, site by site, and says how sure that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Compose, fill in the fields marked as required, then review and sign. It waits a moment in which you can take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for outcomes like yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Compose, describe a condition and choose “Ask for outcomes like this”. Whatever is alike then comes to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract what was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Compose, choose an outcome of yours that was sent, and retract it. Everyone who holds it is told, and it no longer counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See who is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks says how it goes, what waits, and what was refused and why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::DemoRibbon</name>
    <message>
        <source>Pa&amp;use arrivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Demo: everything here is invented and is deleted when you leave. %Ln node(s) on this computer keep silent until you let them go on.</source>
        <translation>
            <numerusform>Demo: everything here is invented and is deleted when you leave. %Ln node on this computer keeps silent until you let it go on.</numerusform>
            <numerusform>Demo: everything here is invented and is deleted when you leave. %Ln nodes on this computer keep silent until you let them go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Demo: everything here is invented and is deleted when you leave. %Ln node(s) on this computer send outcomes now and then.</source>
        <translation>
            <numerusform>Demo: everything here is invented and is deleted when you leave. %Ln node on this computer sends outcomes now and then.</numerusform>
            <numerusform>Demo: everything here is invented and is deleted when you leave. %Ln nodes on this computer send outcomes now and then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qis::ui::DemoStartPage</name>
    <message>
        <source>Preparing the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sixty invented sites sign what they have seen, and nodes on this computer pass it on. None of it is true of any patient, site or medicine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing and signing the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the nodes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making your home…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening your home…</source>
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
        <source>Look around with demo data; with --home: use a demo home, made when it does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page to begin with: home, compose, matches, evidence, networks, similarity or settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is one of: home, compose, matches, evidence, networks, similarity, settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the options and exit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window, such as en or ar; en-XA shows long words and ar-XB mirrors the window, to test it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::DistributionView</name>
    <message>
        <source>Part of the outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the &amp;outcome:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::DraftCopy</name>
    <message>
        <source>There is nothing in the form to keep a copy of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy of the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft of an outcome (*.qisdraft)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a draft from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the draft is in %1.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written, and nothing there was changed. Choose another folder. The system says: %2.</source>
        <extracomment>%1: path of a file, %2: what the system says about it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read. The system says: %2.</source>
        <extracomment>%1: path of a file, %2: what the system says about it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a draft that this program has written.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft in %1 is of a domain that is not installed here. Nothing was changed.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft comes from %1 and is now kept in this home too.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::DraftDesk</name>
    <message>
        <source>You are where you left off: this draft was last changed %1.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no outcome yet whose values could be used again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new draft with the same values. Change what differs before you sign it.</source>
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
        <source>Retracted. Everyone who holds the outcome is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from your view. Nobody else notices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draft is not saved. %1 Saving is tried again by itself; keep the window open until then, or keep a copy in another folder (Outcome menu).</source>
        <extracomment>%1: why, and what to do about it, as whole sentences</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is wrong, then review and sign. Nothing has left yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an outcome that has left in the list. Drafts and what can still be undone are changed as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record number is forgotten. The outcome stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record number is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::DuplicatePanel</name>
    <message>
        <source>Same</source>
        <extracomment>How two values compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alike</source>
        <extracomment>How two values compare: close numbers, or lists that share something</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <extracomment>How two values compare</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <extracomment>How two values compare: only this draft has one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only there</source>
        <extracomment>How two values compare: only the earlier outcome has one</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You signed exactly this outcome before, %1. Is this another patient?</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Different patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the earlier outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on; what you decided is kept in this home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign nothing now; the draft is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign nothing now; the earlier outcome is selected in the list, where it can be retracted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decided %1 that this is a different patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You put this off %1.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draft and the earlier outcome, field by field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <extracomment>Heading of a column: Same, Alike, Differs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <extracomment>In the place of a value that was not recorded</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. This draft: %3. Earlier: %4.</source>
        <extracomment>Read aloud for one row. %1: field, %2: how it compares, %3: value of the draft, %4: earlier value</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: a different patient. You can sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same patient: &amp;amend that one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have written takes the place of the earlier outcome; you see what changes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Different case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same case: &amp;amend that one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You decided %1 that this is a different case.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: a different case. You can sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome that you signed on %1 has the same record number of yours. Is this the same case, or another one of that patient?</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same case: &amp;take that one back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same patient: &amp;take that one back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign nothing now; the earlier outcome is selected in the list, where it can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this the patient of the outcome that you signed on %1? Going by what both record, the chance is about %2. This assumes that one new outcome in twenty repeats an earlier one.</source>
        <extracomment>%1: date and time, %2: a percentage</extracomment>
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
        <source>What each site sent</source>
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
        <source>The share at each site with its 95 % interval, and of all sites together, none above its cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A square is larger with more cases; the diamond is all sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of all sites together after each outcome, with its 95 % interval; %1 of %2 outcomes are shown. What was retracted is left out.</source>
        <extracomment>%1: number of points shown, %2: number of outcomes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of all sites together after each outcome, with its 95 % interval. What was retracted is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band is the interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <extracomment>Heading of a column of numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::EvidenceDistribution</name>
    <message>
        <source>All others</source>
        <extracomment>A bar of a plot: all values that stand in no bar of their own</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1</source>
        <extracomment>A range of numbers. %1: its end, which does not belong to it, with the unit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to below %2</source>
        <extracomment>A range of numbers. %1: its begin; %2: its end, which does not belong to it, with the unit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the matched outcomes recorded each, and the share of all sites together with its 95 % interval, no site above its cap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) did not record it.</source>
        <translation>
            <numerusform>%Ln outcome did not record it.</numerusform>
            <numerusform>%Ln outcomes did not record it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) in which the effect did not happen are left out.</source>
        <translation>
            <numerusform>%Ln outcome in which the effect did not happen is left out.</numerusform>
            <numerusform>%Ln outcomes in which the effect did not happen are left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was recorded: %1</source>
        <extracomment>Title of a plot. %1: a field, such as &quot;Grade&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) recorded it.</source>
        <translation>
            <numerusform>%Ln outcome recorded it.</numerusform>
            <numerusform>%Ln outcomes recorded it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of the outcomes that recorded it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
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
    <message numerus="yes">
        <source>%1: %2 of %3 outcome(s), %4</source>
        <extracomment>One row read aloud. %1: a value, %2: how many outcomes recorded it, %3: of how many, %4: &quot;65 % (44–82 %)&quot;. The plural goes by %3.</extracomment>
        <translation>
            <numerusform>%1: %2 of %3 outcome, %4</numerusform>
            <numerusform>%1: %2 of %3 outcomes, %4</numerusform>
        </translation>
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
        <source>In&amp;terest:</source>
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
        <source>What each site sent</source>
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
    <message numerus="yes">
        <source>%Ln outcome(s) matched, but none counts here. Your own site, what was amended or retracted and what does not record this are left out. Choose another question above.</source>
        <translation>
            <numerusform>%Ln outcome matched, but none counts here. Your own site, what was amended or retracted and what does not record this are left out. Choose another question above.</numerusform>
            <numerusform>%Ln outcomes matched, but none counts here. Your own site, what was amended or retracted and what does not record this are left out. Choose another question above.</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>%Ln earlier version(s) is/are left out: what its/their site sent later counts instead.</source>
        <translation>
            <numerusform>%Ln earlier version is left out: what its site sent later counts instead.</numerusform>
            <numerusform>%Ln earlier versions are left out: what their site sent later counts instead.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reports, not rates in patients. You see only what your interests match. For research use; not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest “%1” (%5), question “%2”; what had arrived by %3; digest of the evidence %4.</source>
        <extracomment>%1: name of an interest, %2: a question, %3: day and time, %4: a short code in hexadecimal, %5: what is asked for</extracomment>
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
    <message>
        <source>%1: %2. %3: %4. %5: %6. %7.</source>
        <extracomment>Read aloud for one row. %1: dimension, %2: points, %3: one side, such as “Mine”, %4: its value, %5: the other side, %6: its value, %7: why</extracomment>
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
    <message>
        <source>What became of it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its versions, and what each of them changed (H in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared, and how much each part weighs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 100 points, on %2 of what you recorded, from %3</source>
        <extracomment>%1: score, %2: share that is recorded, %3: site</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::FactList</name>
    <message>
        <source>%1 %2</source>
        <extracomment>Read aloud for one line of facts. %1: what it is, with its colon, %2: how it is</extracomment>
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
        <source>Look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up for real use</source>
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
    <message>
        <source>&amp;Look around with demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of your site (required for real use):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See outcomes arrive, why they match and what they say together. All of it is invented, runs on this computer alone and is deleted when you leave. Keys of a demo are refused by every real network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a &amp;backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a home from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups of a home (*.qisbackup)</source>
        <extracomment>Kinds of file, in a dialog; leave what is in brackets as it is</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you have a backup of an earlier home? It comes back with its key, under its old passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing key is made on this computer and is never sent. The passphrase protects it; nobody can restore it for you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::FormTemplates</name>
    <message>
        <source>Tem&amp;plates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the values in the form under a name, and fill them in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No template yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what is in the fields…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>A menu of templates to remove</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was filled in: no field of “%1” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) filled in from “%1”.</source>
        <extracomment>%1: name of a template</extracomment>
        <translation>
            <numerusform>%Ln field filled in from “%1”.</numerusform>
            <numerusform>%Ln fields filled in from “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln field(s) with another value stay(s) as it is/they are.</source>
        <extracomment>%1: what was filled in, as a sentence</extracomment>
        <translation>
            <numerusform>%1 %Ln field with another value stays as it is.</numerusform>
            <numerusform>%1 %Ln fields with another value stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep what is in the fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the template:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of the template “%1”.</source>
        <extracomment>%1: name of a template that is there already</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template “%1” is kept. You find it under Templates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template “%1” is removed.</source>
        <extracomment>%1: name of a template</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::HistoryDialog</name>
    <message>
        <source>Retraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <extracomment>One of the versions of an outcome. %1: its number, counted from 1</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home</source>
        <extracomment>In the place of the name of a site: this home&apos;s own</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what was sent first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <extracomment>%1: why an outcome was retracted</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version before it is not held here, so what it changed is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is recorded differs from the version before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it changed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions of this outcome, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>Heading of a column: which version of an outcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <extracomment>Heading of a column: when a version was written</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Heading of a column: the site that sent it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Heading of a column: whether a version counts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln version(s), and retracted</source>
        <translation>
            <numerusform>%Ln version, and retracted</numerusform>
            <numerusform>%Ln versions, and retracted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln version(s)</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of its versions are held here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, written %2, from %3. %4.</source>
        <extracomment>Read aloud for one row. %1: version, %2: when it was written, %3: site, %4: whether it counts</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure you are</source>
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
        <extracomment>Name of the site of a demo home when none was given</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving the demo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demo is running already on this computer. Leave it there first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::HomePage</name>
    <message>
        <source>To begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write an outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the netwo&amp;rk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QIS Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign what you observed and see what other sites observed in patients like yours: outcomes are exchanged, patient data is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Join a site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As&amp;k for outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the &amp;first outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For research and exchange of professional experience; not a medical device. What comes in are reports that match what you asked for, not rates in patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a signing key on this computer.</source>
        <extracomment>%1: the fingerprint of a key, a few words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your signing key was made on this computer; its words are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your site a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others see your outcomes as coming from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This home knows %Ln other node(s).</source>
        <translation>
            <numerusform>This home knows %Ln other node.</numerusform>
            <numerusform>This home knows %Ln other nodes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Join another site, so that outcomes can travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have asked for outcomes that interest you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe a condition and ask for outcomes like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have signed an outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write and sign your first outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln interest(s)</source>
        <translation>
            <numerusform>%Ln interest</numerusform>
            <numerusform>%Ln interests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new match(es) in %1</source>
        <extracomment>%Ln: number of matches; %1: “3 interests”</extracomment>
        <translation>
            <numerusform>%Ln new match in %1</numerusform>
            <numerusform>%Ln new matches in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new since you last looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New matches arrive by themselves while the program runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not asked for anything yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an outcome and sign it, or describe a condition and ask for outcomes like it. Whatever other sites send that is like it then appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peers are connected. Outcomes arrive when other sites send something that is like what you asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stored on this computer was searched, and no peer is connected. More can arrive as soon as one is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>An outcome that waits. %1: the outcome, a sentence; %2: why it waits, a sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1: state of the network, such as “Offline”; %2: why, a sentence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There has been no contact with another site yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) have not arrived everywhere yet.</source>
        <translation>
            <numerusform>%Ln outcome has not arrived everywhere yet.</numerusform>
            <numerusform>%Ln outcomes have not arrived everywhere yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qis::ui::InterestCard</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like an outcome you sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the matches of %1</source>
        <extracomment>Read aloud for the button “Show”. %1: name of the interest</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln new match(es)</source>
        <translation>
            <numerusform>%Ln new match</numerusform>
            <numerusform>%Ln new matches</numerusform>
        </translation>
    </message>
    <message>
        <source>No match yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es), none since you last looked</source>
        <translation>
            <numerusform>%Ln match, none since you last looked</numerusform>
            <numerusform>%Ln matches, none since you last looked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qis::ui::InterestWords</name>
    <message>
        <source>Like your outcome: %1</source>
        <extracomment>An interest that an own outcome made. %1: the outcome in words</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::Kernels</name>
    <message>
        <source>The same or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the class they share in the code system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By their places in the tree of the code system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the share of terms that both have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the class they share, role by role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By steps apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By difference, falling off gradually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By difference, up to a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By ratio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::KeysDialog</name>
    <message>
        <source>&amp;Save a card to print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The main ways through the program and its keys on one page, as a PDF</source>
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
    <message>
        <source>Save a card to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page to print (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written, and nothing there was changed. Choose another folder. The system says: %2.</source>
        <extracomment>%1: path of a file, %2: what the system says about it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::Languages</name>
    <message>
        <source>As the system</source>
        <extracomment>A language: whichever the computer is set to</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::LineGuard</name>
    <message numerus="yes">
        <source>Too long: only the first %Ln character(s) fitted. Shorten it.</source>
        <translation>
            <numerusform>Too long: only the first character fitted. Shorten it.</numerusform>
            <numerusform>Too long: only the first %Ln characters fitted. Shorten it.</numerusform>
        </translation>
    </message>
    <message>
        <source>This holds characters that cannot be seen, such as line breaks or marks of direction. Type it instead of pasting it.</source>
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
        <source>Find a c&amp;ommand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settin&amp;gs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the &amp;draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review and sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft is not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed last could not be saved. If you close the window now, it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep a copy of the draft…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a draft from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide through the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Activity…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;mend the selected outcome…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from all &amp;terms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;emplates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Messages and codes…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchCaution</name>
    <message>
        <source>The author has retracted this outcome. It counts for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author has amended this outcome. Its newer version counts in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This likeness is below the least asked for, and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score rests on little: less than 60 % is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the newer version of an outcome that was amended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchColumns</name>
    <message>
        <source>Column&amp;s…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns and what to sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then by</source>
        <extracomment>A menu of further columns to sort by</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the best first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchFilters</name>
    <message>
        <source>Usual filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of what happened or of the site (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;rom:</source>
        <extracomment>Label of a choice of sites</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <extracomment>In place of a least score</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score &amp;at least:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all that is not put away as not relevant or muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List those in the state “%1”</source>
        <extracomment>%1: state of matches, such as “Muted”</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all sites</source>
        <extracomment>A choice of sites</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A choice of sites. %1: name of a site, %2: how many matches come from it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 %2</source>
        <extracomment>A filter that is on. %1: state of matches, %2: how many are in it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchModel</name>
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
    <message>
        <source>Retracted. From %1, %2: %3</source>
        <extracomment>Read aloud for one row. %1: site, %2: state, %3: what happened</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1 of 100, from %2, %3: %4</source>
        <extracomment>Read aloud for one row. %1: score of 100, %2: site, %3: state, %4: what happened</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, retracted</source>
        <extracomment>%1: state of a match whose author has taken the outcome back</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>In place of a row that is being read</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <extracomment>Heading: when the author issued it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sorted descending, place %2</source>
        <extracomment>Read aloud for a heading. %1: heading, %2: 1 for the column sorted by first</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sorted ascending, place %2</source>
        <extracomment>Read aloud for a heading. %1: heading, %2: 1 for the column sorted by first</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ↓</source>
        <extracomment>A heading that is sorted by. %1: heading</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ↑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ↓ %2</source>
        <extracomment>A heading that is sorted by. %1: heading, %2: 1 for the column sorted by first</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ↑ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amended. From %1, %2: %3</source>
        <extracomment>Read aloud for one row. %1: site, %2: state, %3: what happened</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amended: %1</source>
        <extracomment>%1: what happened, as one sentence. The author has sent a newer version.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, amended</source>
        <extracomment>%1: state of a match whose author has sent a newer version</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchTriage</name>
    <message>
        <source>Match</source>
        <extracomment>Title of the menu of things to do with a match</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Confirmed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not relevant…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side by side…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;%1  %2</source>
        <extracomment>An entry of a menu with its key. %1: digit, %2: why a match is not relevant</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln match(es) can be judged at once. Select fewer.</source>
        <translation>
            <numerusform>At most %Ln match can be judged at once. Select fewer.</numerusform>
            <numerusform>At most %Ln matches can be judged at once. Select fewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) marked as “%1”.</source>
        <extracomment>What was done. %Ln: how many matches; %1: their state, such as “Following”</extracomment>
        <translation>
            <numerusform>%Ln match marked as “%1”.</numerusform>
            <numerusform>%Ln matches marked as “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” taken back for %Ln match(es).</source>
        <extracomment>What was taken back. %Ln: how many matches; %1: the state they had got, such as “Muted”</extracomment>
        <translation>
            <numerusform>“%1” taken back for %Ln match.</numerusform>
            <numerusform>“%1” taken back for %Ln matches.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo “%1”</source>
        <extracomment>%1: what is undone, such as “Not relevant”</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo judging a match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of the selected matches are still being read. Nothing was changed; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;became of it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you make of the selected matches: follow, confirm, put away, compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchViews</name>
    <message>
        <source>&amp;Views…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep filters, order and columns under a name, and come back to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the present view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>A menu of views to remove</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “%1” is kept. You find it under Views.</source>
        <extracomment>%1: name that was given to a view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “%1” is removed.</source>
        <extracomment>%1: name of a view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “%1” is back.</source>
        <extracomment>%1: name of a view</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the present view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the view:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of the view “%1”.</source>
        <extracomment>%1: name of a view that is there already</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No more than %Ln view(s) can be kept. Remove one first.</source>
        <translation>
            <numerusform>No more than %Ln view can be kept. Remove one first.</numerusform>
            <numerusform>No more than %Ln views can be kept. Remove one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qis::ui::MatchWords</name>
    <message>
        <source>New</source>
        <extracomment>State of a match: nobody here has judged it yet</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following</source>
        <extracomment>State of a match</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed here</source>
        <extracomment>State of a match: seen at this site as well</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not relevant</source>
        <extracomment>State of a match</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted</source>
        <extracomment>State of a match: neither relevant nor not, only out of sight</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason given</source>
        <extracomment>Why a match is not relevant</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other circumstances</source>
        <extracomment>Why a match is not relevant</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known already</source>
        <extracomment>Why a match is not relevant</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too little recorded</source>
        <extracomment>Why a match is not relevant</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably a case seen before</source>
        <extracomment>Why a match is not relevant</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not plausible</source>
        <extracomment>Why a match is not relevant</extracomment>
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
    <message>
        <source>In&amp;terest:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln match(es)</source>
        <translation>
            <numerusform>%1 of %Ln match</numerusform>
            <numerusform>%1 of %Ln matches</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything here has been judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing passes the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es) are hidden.</source>
        <translation>
            <numerusform>%Ln match is hidden.</numerusform>
            <numerusform>%Ln matches are hidden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what was put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the usual filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the view back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the table has the focus, single keys judge the selected matches: F follows, C confirms that it was seen here, X says that it is not relevant and asks why, M mutes, U makes it new again, and Ctrl+Z takes the last of these back. S shows one match beside what asked for it, or two beside each other; H shows what became of it. What you decide stays on this computer and changes no evidence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::NameDialog</name>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::NetworkWord</name>
    <message>
        <source>Offline</source>
        <extracomment>State of the network in one word: no peer is connected</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home knows no other node yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange addresses with another site, as described under “Joining another site”. What you sign meanwhile waits here and goes out by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln known node(s) is connected.</source>
        <translation>
            <numerusform>The %Ln known node is not connected.</numerusform>
            <numerusform>None of the %Ln known nodes is connected.</numerusform>
        </translation>
    </message>
    <message>
        <source>Behind by %1</source>
        <extracomment>State of the network: so many packets are still on their way. %1: a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A connected peer has not confirmed %Ln packet(s) yet.</source>
        <translation>
            <numerusform>A connected peer has not confirmed %Ln packet yet.</numerusform>
            <numerusform>A connected peer has not confirmed %Ln packets yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs to be done: they go out by themselves, and you can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited</source>
        <extracomment>State of the network in one word: some known nodes are not connected</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln known node(s) are not connected; the others are.</source>
        <translation>
            <numerusform>%Ln known node is not connected; the others are.</numerusform>
            <numerusform>%Ln known nodes are not connected; the others are.</numerusform>
        </translation>
    </message>
    <message>
        <source>Outcomes for them wait here and go out when they are back. If a site stays away, ask whether its program is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Online with %Ln peer(s)</source>
        <extracomment>State of the network: every known node is connected</extracomment>
        <translation>
            <numerusform>Online with %Ln peer</numerusform>
            <numerusform>Online with %Ln peers</numerusform>
        </translation>
    </message>
    <message>
        <source>Every node that this home knows is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program keeps trying by itself. If it stays so, check the connection of this computer, and ask the other site whether its program is running. What you sign meanwhile waits here and goes out by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::NetworksPage</name>
    <message>
        <source>Reason</source>
        <extracomment>Headings of a table: why something was refused, and how often</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>Headings of a table: what was counted, and how much of it there was</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, by reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic since the program was started, and packets ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tra&amp;ffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining another site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home is not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address of this home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of this home, for others:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Send it to the other site by a way you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pair says that two could compare notes. Pairs are not evidence: that grows with independent observations alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this computer differs by more than 2 minutes from that of %1. Check the clock here first, then ask there: an outcome dated more than 24 hours ahead is held back.</source>
        <extracomment>%1: a list of sites</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln packet(s) are kept aside, because this version or its domain packs cannot read them yet. They are not lost: they are read as soon as that changes.</source>
        <translation>
            <numerusform>%Ln packet is kept aside, because this version or its domain packs cannot read it yet. It is not lost: it is read as soon as that changes.</numerusform>
            <numerusform>%Ln packets are kept aside, because this version or its domain packs cannot read them yet. They are not lost: they are read as soon as that changes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both sites name each other&apos;s address: a real home lets in only those that it has named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: anybody with a demo home may take part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct: the sites that have named each other&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to send:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>Nothing is waiting to be sent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets held:</source>
        <extracomment>%1: number of packets, %2: of these our own</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of which %2 from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage:</source>
        <extracomment>%1: size of the store, %2: free space on the disk</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 used, %2 free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of something asked here and an outcome of another site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other node is known yet. This will show who is connected, when each was last seen and what each is still missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be reachable, start the program with the option “%1”; the address to hand out then stands above.</source>
        <extracomment>%1: an option of the command line</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not confirmed yet, %2 that can still be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, among %Ln node(s), this one included</source>
        <extracomment>%1: number of pairs</extracomment>
        <translation>
            <numerusform>%1, among %Ln node, this one included</numerusform>
            <numerusform>%1, among %Ln nodes, this one included</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address that the other site reads from this page of its own window: where it is on the network, and the key by which its node is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the site at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address that the other site has given you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the address of this home. Enter that of the other site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered. It is connected as soon as it answers; until then it is not in the list of peers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is enough that one of two sites joins the other. It is remembered from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the other &amp;site:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of nodes possible:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of outcomes matched:</source>
        <extracomment>%1: number of matches: one of ours with an outcome of another site</extracomment>
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
    <name>qis::ui::OutcomeModel</name>
    <message>
        <source>Untitled, %1</source>
        <extracomment>Title of a draft in which nothing was named yet. %1: when it was begun</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed %1.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves %1. Until then you can still undo it.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retracted %1: %2.</source>
        <extracomment>%1: date and time, %2: why, as a short sentence without full stop</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every peer has been served; none of them asks for outcomes like this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed %1.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft, open</source>
        <extracomment>State of an outcome: the draft that stands in the form</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud for one row. %1: state, %2: what it is about</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Next attempt: %2.</source>
        <extracomment>%1: why an outcome waits, as whole sentences, %2: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version has taken its place, wherever it has gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed %1, in the place of an earlier version.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::OutcomePane</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on writing this draft (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back before it leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new draft with the same values (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract it, or remove it from your view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this draft (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts and outcomes of this home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;utcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show outcomes in this state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>A choice of which outcomes to list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <extracomment>A choice of which outcomes to list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>A choice of which outcomes to list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from view</source>
        <extracomment>A choice of which outcomes to list</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You are offline. %Ln outcome(s) are waiting; they go out by themselves.</source>
        <translation>
            <numerusform>You are offline. %Ln outcome is waiting; it goes out by itself.</numerusform>
            <numerusform>You are offline. %Ln outcomes are waiting; they go out by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outcome(s) are waiting; they go out by themselves.</source>
        <translation>
            <numerusform>%Ln outcome is waiting; it goes out by itself.</numerusform>
            <numerusform>%Ln outcomes are waiting; they go out by themselves.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outcomes yet</source>
        <extracomment>%1: a key to press, such as Ctrl+N</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 begins one. What you type is kept here as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from my view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back into the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out of this list; nobody else notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a corrected version that takes its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its versions, and what each of them changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own number of the patient; it stays on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by your record number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing under this record number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record numbers are those that you wrote down yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps in another state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your record number: %1</source>
        <extracomment>%1: what this home calls the patient</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::OwnRecordDialog</name>
    <message>
        <source>Your record number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome stays as it is; only the way back to the patient is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept encrypted on this computer and in its backups, and is never sent. Nobody who receives the outcome can see it or ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record &amp;number:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::PeerModel</name>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>The clock of a peer that is not connected</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <extracomment>The clock of a peer against ours</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) ahead</source>
        <translation>
            <numerusform>%Ln second ahead</numerusform>
            <numerusform>%Ln seconds ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) behind</source>
        <translation>
            <numerusform>%Ln second behind</numerusform>
            <numerusform>%Ln seconds behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ahead</source>
        <translation>
            <numerusform>%Ln minute ahead</numerusform>
            <numerusform>%Ln minutes ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) behind</source>
        <translation>
            <numerusform>%Ln minute behind</numerusform>
            <numerusform>%Ln minutes behind</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has never been seen.</source>
        <extracomment>Read aloud for one row. %1: site</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, last seen %3.</source>
        <extracomment>Read aloud for one row. %1: site, %2: connected or offline, %3: day and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>When a peer was seen last</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it connects to us</source>
        <extracomment>In place of the address of a peer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets held here that this peer has not confirmed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Heading: connected, offline or never seen</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <extracomment>Heading: packets that a peer has not confirmed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <extracomment>Heading: how far the clock of a peer is from ours</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>Heading: where a peer can be reached</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being measured</source>
        <extracomment>How long a peer takes to answer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>%1: how long a peer took to answer, in milliseconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets that this peer has sent since the program was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets that this peer has confirmed since the program was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long this peer took to answer when it was asked last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From it</source>
        <extracomment>Heading: packets that came from a peer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To it</source>
        <extracomment>Heading: packets that went to a peer</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in</source>
        <extracomment>Heading: how long a peer takes to answer</extracomment>
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
    <message>
        <source>%1: %2 (%3)</source>
        <extracomment>Beside a bar of a plot. %1: how many, %2: a percentage, %3: its interval, &quot;44–82 %&quot;</extracomment>
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
    <name>qis::ui::QuickCard</name>
    <message>
        <source>Write an outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 begins one. Type a few letters of a drug or an effect and press Return; Tab goes to the next field.</source>
        <extracomment>Of a printed card. %1: a key</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows all terms, %2 says what a field is for.</source>
        <extracomment>Of a printed card. %1 and %2: keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shows every part that would leave this building; there you sign. For a short time %2 takes it back.</source>
        <extracomment>Of a printed card. %1 and %2: keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what matches, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for outcomes like the one in the form.</source>
        <extracomment>Of a printed card. %1: a key</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lists what others sent. The arrow keys go through it; beside each stands what it was compared by, in points that add up.</source>
        <extracomment>Of a printed card. %1: a key</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 counts them, site by site. These are reports, not rates in patients.</source>
        <extracomment>Of a printed card. %1: a key</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says whether others are connected, why not, and what to do. %2 is where a backup is made.</source>
        <extracomment>Of a printed card. %1 and %2: keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finds every other action by its name.</source>
        <extracomment>Of a printed card. %1: a key</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QIS Desktop on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For research and exchange of professional experience. Not a medical device.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::RankLine</name>
    <message>
        <source>Up to 1,000 outcomes of the same kind that are held here are scored in the same way, taken evenly over the order in which they came. A score that many reach says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 other outcomes held here none is as alike.</source>
        <extracomment>How unusual a score is. %1: number of other outcomes that it was compared with</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of %1 other outcomes held here %Ln is/are as alike or more.</source>
        <extracomment>How unusual a score is. %Ln: how many, %1: number of other outcomes that it was compared with</extracomment>
        <translation>
            <numerusform>Of %1 other outcomes held here %Ln is as alike or more.</numerusform>
            <numerusform>Of %1 other outcomes held here %Ln are as alike or more.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 That is about 1 in %2.</source>
        <extracomment>%1: a sentence on how many are as alike, %2: a number above one</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::RarityPanel</name>
    <message numerus="yes">
        <source>Only %Ln similar outcome(s) are held here: too few to tell whether the patient could be recognised.</source>
        <translation>
            <numerusform>Only %Ln similar outcome is held here: too few to tell whether the patient could be recognised.</numerusform>
            <numerusform>Only %Ln similar outcomes are held here: too few to tell whether the patient could be recognised.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln similar outcome(s) held here share this combination of %2.</source>
        <extracomment>%1: how many, %2: names of fields, listed</extracomment>
        <translation>
            <numerusform>%1 of %Ln similar outcome held here share this combination of %2.</numerusform>
            <numerusform>%1 of %Ln similar outcomes held here share this combination of %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %1 (%Ln share the rest)</source>
        <extracomment>A button. %1: a term or the name of a field, %Ln: how many outcomes share what is left</extracomment>
        <translation>
            <numerusform>Leave out %1 (%Ln shares the rest)</numerusform>
            <numerusform>Leave out %1 (%Ln share the rest)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: say %2 instead (%Ln share it)</source>
        <extracomment>A button. %1: a term, %2: the broader term, %Ln: how many outcomes share it</extracomment>
        <translation>
            <numerusform>%1: say %2 instead (%Ln shares it)</numerusform>
            <numerusform>%1: say %2 instead (%Ln share it)</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes the draft and looks again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %Ln similar outcome(s) held here share this combination of %2. Somebody who knows the patient could recognise whom it is about.</source>
        <extracomment>%1: how many, %2: names of fields, listed</extracomment>
        <translation>
            <numerusform>Only %1 of %Ln similar outcome held here share this combination of %2. Somebody who knows the patient could recognise whom it is about.</numerusform>
            <numerusform>Only %1 of %Ln similar outcomes held here share this combination of %2. Somebody who knows the patient could recognise whom it is about.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 No single change would make the combination more common.</source>
        <extracomment>%1: what was found, as whole sentences</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::RecordsBox</name>
    <message>
        <source>Record numbers of your patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all of them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They lead from an outcome back to the patient. They are kept encrypted on this computer and in its backups, and are never sent. Forgetting them leaves the outcomes as they are; backups that were made before still hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draft or outcome of this home has a record number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln draft(s) and outcome(s) have one.</source>
        <translation>
            <numerusform>%Ln draft or outcome has one.</numerusform>
            <numerusform>%Ln drafts and outcomes have one.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget all record numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this, nothing on this computer leads from your outcomes back to the patients. It cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::RestorePage</name>
    <message>
        <source>Restoring the home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of restoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel restoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is read from %1 and checked. The home appears whole or not at all.</source>
        <extracomment>%1: a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading and checking the backup…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::RestoredDialog</name>
    <message>
        <source>Nothing more can be signed with this key, and other sites refuse it. Stop the other copy, tell the sites you work with, and set up a new home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the other copy and stop it for good: another computer, an old disk, or a virtual machine. Two copies that sign with one key contradict each other, and other sites then refuse both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes a moment. Nothing needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the other sites to update their program. Those who have done so are asked by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the other sites to start their programs. They are asked as soon as they are connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a site that has received outcomes from this home before, as described on the page Networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another copy of this home has signed a different outcome under a number that this home has used too. Nothing more is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another copy of this home is active: it has signed after this one was restored. What you sign is kept here and not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home was restored. What you sign waits here: no site that is connected has anything from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I know that &amp;nothing was signed after the backup, and no other copy is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every outcome has a number that is used once. If this home signs under a number that it had used before it was lost, other sites refuse it for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was made %1. Every outcome has a number that is used once. If something was signed later and this home signs under that number again, other sites refuse it for good.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection of this computer, and ask the other sites whether their programs are running. The program keeps trying by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home was restored. What you sign waits here until other sites have said how much of this home they hold. No site is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home was restored. What you sign waits here while connected sites are asked how much of this home they hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home was restored. What you sign waits here until other sites have said how much of this home they hold. Those connected do not answer: their program is too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This home was restored. What you sign waits here until %Ln more site(s) that knew it have said how much of it they hold.</source>
        <translation>
            <numerusform>This home was restored. What you sign waits here until %Ln more site that knew it have said how much of it they hold.</numerusform>
            <numerusform>This home was restored. What you sign waits here until %Ln more sites that knew it have said how much of it they hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qis::ui::RestoredNotice</name>
    <message>
        <source>What can I do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::RetractDialog</name>
    <message>
        <source>Retract for &amp;everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from my &amp;view only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract or remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed retraction goes to everyone who may hold this outcome. It no longer counts as evidence there. Copies already delivered may persist; they are marked retracted. A retraction cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retract for everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from my view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why it is retracted. The reason is sent along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this list leaves it out. It stays with everyone who holds it, and it still counts. You will find it again under “Removed from view”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ReviewDesk</name>
    <message>
        <source>Nothing was signed. The draft is kept until you know whether it is the same patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier outcome, signed %1, is further down in the list.</source>
        <extracomment>%1: date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ReviewDialog</name>
    <message>
        <source>Show the &amp;bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review before signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public key, time, running number, your outcome before this one and the signature are added when it leaves. Nothing else is. The size counts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every byte that is fixed now, in hexadecimal digits and in the order in which they leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that leave, in hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added when it leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %Ln byte(s)</source>
        <extracomment>Read aloud for one row. %1: name of a part, %2: its value, %Ln: how many bytes it takes</extracomment>
        <translation>
            <numerusform>%1: %2, %Ln byte</numerusform>
            <numerusform>%1: %2, %Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s)</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <extracomment>%1: name of a domain, %2: its version</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version 1, an outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A percentage; translators may change the space and the place of the sign.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what was observed, such as a 2 by 2 table; %2: its numbers, listed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the &amp;bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing it with what is held here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed before? Rare?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have signed no outcome of this domain yet to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>None of your %Ln outcome(s) of this domain looks like a report of the same patient.</source>
        <translation>
            <numerusform>Your %Ln outcome of this domain does not look like a report of the same patient.</numerusform>
            <numerusform>None of your %Ln outcomes of this domain looks like a report of the same patient.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared with %Ln outcome(s) of this domain that you signed.</source>
        <translation>
            <numerusform>Compared with the %Ln outcome of this domain that you signed.</numerusform>
            <numerusform>Compared with %Ln outcomes of this domain that you signed.</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be compared with your earlier outcomes. %1 You can sign it all the same.</source>
        <extracomment>%1: why, as whole sentences</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing waits for the comparison with your earlier outcomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first whether this is a different patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version 1, an amendment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs from the outcome whose place this one takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who holds the earlier version is told. It counts no longer, and this one counts in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not listed above: your record number, your private key, this draft with the times you worked on it, fields that are empty, and what you typed before you chose a term. Which peers receive the outcome depends on what they ask for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::ScaleField</name>
    <message>
        <source>Answer the questions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the questions: %1</source>
        <extracomment>Read aloud for a button that opens the questions of a scale. %1: name of the field</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::SettingsPage</name>
    <message>
        <source>Choo&amp;se…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <extracomment>Behind a number: per cent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lang&amp;uage:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home and signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the usual folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Behind a number: seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For so long a signed outcome can still be taken back; then it leaves. With 0 it leaves at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder of the home:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to un&amp;do signing:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder and the time to undo take effect when the program is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key in words:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of home:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo: its key is refused by every real network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real, protected by its passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open now:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when the program is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another home is open now; this one is opened when the program is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read these words to another site to be sure that an outcome is yours. The private key itself is never sent. Do not use a copy of this folder beside the original: two homes that sign with one key contradict each other, and other sites then refuse both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::SettingsStore</name>
    <message>
        <source>The settings in %1 cannot be read, so the usual ones are used. Check the rights of the file.</source>
        <extracomment>%1: a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings were damaged, so the usual ones are used. What was there is kept in %1.</source>
        <extracomment>%1: a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in %1 are damaged, so the usual ones are used.</source>
        <extracomment>%1: a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved in %1, and the file there was left as it was. They hold until the window is closed. The system says: %2</source>
        <extracomment>%1: a file, %2: what the system says</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::SimilarityPage</name>
    <message>
        <source>What is compared, and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How alike two outcomes are is defined here, for everybody in the same way. For a question about rates the condition side alone is compared, so that what happened does not choose its own evidence. The definition comes with the domain pack and cannot be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No domain pack is installed, so there is nothing to compare yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no definition to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force:</source>
        <extracomment>%1: name of a definition, %2: its version</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A match from:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 100 points, unless an interest asks for more</source>
        <extracomment>%1: a score</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the pack:</source>
        <extracomment>%1: title of a domain pack, %2: its version</extracomment>
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
    <name>qis::ui::StatusStrip</name>
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
        <source>%Ln running</source>
        <comment>work</comment>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <extracomment>%1: &quot;2 running&quot;; %2: a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity: %1</source>
        <extracomment>Spoken name of a button. %1: &quot;2 running, 40 %&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What takes longer, how far it is, and a way to stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Activity: %Ln finished</source>
        <extracomment>Button that lists what is going on</extracomment>
        <translation>
            <numerusform>Activity: %Ln finished</numerusform>
            <numerusform>Activity: %Ln finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>qis::ui::TallyModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud for one row. %1: how often or how much, %2: of what</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::TermDelegate</name>
    <message>
        <source>synonym: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud for one row of the list. %1: term, %2: why it was found, or the term above it</extracomment>
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
        <source>Take the broader term %1 (Alt+Up)</source>
        <extracomment>Tool tip of a button in a field. %1: name of the term above the one chosen</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no broader term that can be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from all terms (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down lists the terms used last while the field is empty. F2 shows all terms as a tree. Alt+Up takes the broader term above the one chosen, for when you are not sure which it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::TermPicker</name>
    <message>
        <source>&amp;All terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2. Licence: %3.</source>
        <extracomment>Where terms come from. %1: title of a code system, %2: its version, %3: its licence</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: choose a term</source>
        <extracomment>Title of a window. %1: name of the field that a term is chosen for, such as &quot;Object drug&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginnings of words, a synonym or a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No term fits these words. Try fewer letters or another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Used last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was chosen here yet. Type to search, or open the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No term is marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys mark a term in either list. Alt+Up marks the one above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below %1.</source>
        <extracomment>Where a term stands in the tree. %1: names from the top down, such as &quot;Anticoagulants › Coumarins&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also called %1.</source>
        <extracomment>%1: other names of a term</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <extracomment>A public identifier. %1: its scheme, such as UNII, %2: the identifier</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It only orders the terms below it; choose one of those.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands for any of the terms below it: right when you are not sure which it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>qis::ui::TermTreeModel</name>
    <message>
        <source>%1, a heading</source>
        <extracomment>Read aloud for a row of the tree of terms. %1: a term that cannot be chosen itself</extracomment>
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
    <message>
        <source>Remove %1; Alt+Up takes %2 instead</source>
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
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 Others have sent %Ln outcome(s) like it.</source>
        <extracomment>%1: what became of an outcome just signed, as a sentence</extracomment>
        <translation>
            <numerusform>%1 Others have sent %Ln outcome like it.</numerusform>
            <numerusform>%1 Others have sent %Ln outcomes like it.</numerusform>
        </translation>
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
    <message>
        <source>The unit here is %1. Enter the number in this unit.</source>
        <extracomment>%1: the unit of a number field</extracomment>
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
    <name>qis::ui::WorkPage</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping and clearing away…</source>
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
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hom&amp;e</source>
        <extracomment>A page of the window: what is new, and what to do next</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Networks</source>
        <extracomment>A page of the window: the nodes this home exchanges with</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simi&amp;larity</source>
        <extracomment>A page of the window: what counts as alike</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settin&amp;gs</source>
        <extracomment>A page of the window</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ev&amp;idence</source>
        <extracomment>A page of the window: what matched outcomes say together</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store of this home had trouble writing. What was signed is safe. What you are writing can be kept in another folder from the Outcome menu. Check the disk, then look again.</source>
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
    <name>qis::ui::format::Outcomes</name>
    <message>
        <source>Draft</source>
        <extracomment>State of an outcome: it is being written</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>State of an outcome: signed, and about to leave</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <extracomment>State of an outcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sent to %Ln peer(s)</source>
        <extracomment>State of an outcome</extracomment>
        <translation>
            <numerusform>Sent to %Ln peer</numerusform>
            <numerusform>Sent to %Ln peers</numerusform>
        </translation>
    </message>
    <message>
        <source>Retracted</source>
        <extracomment>State of an outcome: its author has taken it back</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was entered wrongly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same case was sent twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was about another case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later findings contradict it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could lead to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent was withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason is given</source>
        <extracomment>In the place of a reason for retracting an outcome</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public key of this home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format and kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, to the minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your outcome before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amended</source>
        <extracomment>State of an outcome: a newer version has taken its place</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome that it amends</source>
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
    <message>
        <source>Frames received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames dropped because a peer was too slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets accepted, ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packets that were here already, ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interests that cannot be read since their domain pack changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in the form is too long to be kept. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are 1,000 drafts already. Sign some, or remove those you no longer need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a backup of a QIS home. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is damaged and cannot be restored. Nothing was changed. Try another backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup cannot be written there. Choose another folder, or check its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A home can only be restored into an empty folder. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A peer gave an answer about this home that is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This home was restored. It goes out by itself once other sites have answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This outcome has been amended. Its newest version is the one to amend or to retract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are 200 templates already. Remove those you no longer need.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
