<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>Change %n record(s)</source>
        <translation>
            <numerusform>Change %Ln record</numerusform>
            <numerusform>Change %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed %n record(s).</source>
        <translation>
            <numerusform>Changed %Ln record.</numerusform>
            <numerusform>Changed %Ln records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message numerus="yes">
        <source>Show all %n skill(s)</source>
        <translation>
            <numerusform>Show all %Ln skill</numerusform>
            <numerusform>Show all %Ln skills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message numerus="yes">
        <source>{about} · %n file(s)</source>
        <translation>
            <numerusform>{about} · %Ln file</numerusform>
            <numerusform>{about} · %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>Redo %n change(s) up to here</source>
        <translation>
            <numerusform>Redo this</numerusform>
            <numerusform>Redo %Ln changes up to here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took back %n change(s). A new change makes that final.</source>
        <translation>
            <numerusform>Took back %Ln change. A new change makes that final.</numerusform>
            <numerusform>Took back %Ln changes. A new change makes that final.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n change(s) after this</source>
        <translation>
            <numerusform>Undo the change after this</numerusform>
            <numerusform>Undo the %Ln changes after this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more record(s)</source>
        <translation>
            <numerusform>and %Ln more record</numerusform>
            <numerusform>and %Ln more records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportRolesDialog</name>
    <message numerus="yes">
        <source>Import %n role(s)</source>
        <translation>
            <numerusform>Import %Ln role</numerusform>
            <numerusform>Import %Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatchView</name>
    <message numerus="yes">
        <source>%n level(s) below</source>
        <translation>
            <numerusform>%Ln level below</numerusform>
            <numerusform>%Ln levels below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) of it are not rated and count as 0 here; with answers the coverage lies between {low} and {high}.</source>
        <translation>
            <numerusform>%Ln skill of it are not rated and count as 0 here; with answers the coverage lies between {low} and {high}.</numerusform>
            <numerusform>%Ln skills of it are not rated and count as 0 here; with answers the coverage lies between {low} and {high}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PortfolioChoices</name>
    <message numerus="yes">
        <source>Left %n record(s) out of the portfolio.</source>
        <translation>
            <numerusform>Left %Ln record out of the portfolio.</numerusform>
            <numerusform>Left %Ln records out of the portfolio.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n record(s) into the portfolio again.</source>
        <translation>
            <numerusform>Put %Ln record into the portfolio again.</numerusform>
            <numerusform>Put %Ln records into the portfolio again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PortfolioExport</name>
    <message numerus="yes">
        <source>Saved %n page(s) as {name} in the folder {folder}.</source>
        <translation>
            <numerusform>Saved %Ln page as {name} in the folder {folder}.</numerusform>
            <numerusform>Saved %Ln pages as {name} in the folder {folder}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PortfolioPrint</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer.</source>
        <translation>
            <numerusform>%Ln page sent to the printer.</numerusform>
            <numerusform>%Ln pages sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelatedPanel</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RolesChoice</name>
    <message numerus="yes">
        <source>%n role(s) in the files. Which would you like?</source>
        <translation>
            <numerusform>%Ln role in the files. Which would you like?</numerusform>
            <numerusform>%Ln roles in the files. Which would you like?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%Ln skill</numerusform>
            <numerusform>%Ln skills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%Ln month</numerusform>
            <numerusform>%Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message numerus="yes">
        <source>%n more skill(s) can be rated, now or another time.</source>
        <translation>
            <numerusform>%Ln more skill can be rated, now or another time.</numerusform>
            <numerusform>%Ln more skills can be rated, now or another time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finishing rates %n skill(s) as of today.</source>
        <translation>
            <numerusform>Finishing rates %Ln skill as of today.</numerusform>
            <numerusform>Finishing rates %Ln skills as of today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sure, so unknown, which never counts as 0: %n skill(s).</source>
        <translation>
            <numerusform>Not sure, so unknown, which never counts as 0: %Ln skill.</numerusform>
            <numerusform>Not sure, so unknown, which never counts as 0: %Ln skills.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{skills} and %n more</source>
        <translation>
            <numerusform>{skills} and %Ln more</numerusform>
            <numerusform>{skills} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assessment</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%Ln question</numerusform>
            <numerusform>%Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) at most</source>
        <translation>
            <numerusform>%Ln skill at most</numerusform>
            <numerusform>%Ln skills at most</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s)</source>
        <translation>
            <numerusform>%Ln statement</numerusform>
            <numerusform>%Ln statements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A second look says something after %n month(s).</source>
        <translation>
            <numerusform>A second look says something after %Ln month.</numerusform>
            <numerusform>A second look says something after %Ln months.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sure, so unknown: %n skill(s).</source>
        <translation>
            <numerusform>Not sure, so unknown: %Ln skill.</numerusform>
            <numerusform>Not sure, so unknown: %Ln skills.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rather not say: %n skill(s).</source>
        <translation>
            <numerusform>Rather not say: %Ln skill.</numerusform>
            <numerusform>Rather not say: %Ln skills.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last one is more than %n month(s) old: it is time to look again.</source>
        <translation>
            <numerusform>The last one is more than %Ln month old: it is time to look again.</numerusform>
            <numerusform>The last one is more than %Ln months old: it is time to look again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Together about %n minute(s).</source>
        <translation>
            <numerusform>Together about %Ln minute.</numerusform>
            <numerusform>Together about %Ln minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message numerus="yes">
        <source>%n verified backup(s). Restoring one keeps the desk that it replaces.</source>
        <translation>
            <numerusform>%Ln verified backup. Restoring one keeps the desk that it replaces.</numerusform>
            <numerusform>%Ln verified backups. Restoring one keeps the desk that it replaces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certificates</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>%Ln certificate</numerusform>
            <numerusform>%Ln certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %Ln day</numerusform>
            <numerusform>Expires in %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>conversations</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>development</name>
    <message numerus="yes">
        <source>Added %n piece(s) of evidence.</source>
        <translation>
            <numerusform>Added %Ln piece of evidence.</numerusform>
            <numerusform>Added %Ln pieces of evidence.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>education</name>
    <message numerus="yes">
        <source>%n education entry(s)</source>
        <translation>
            <numerusform>%Ln education entry</numerusform>
            <numerusform>%Ln education entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>follow_ups</name>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%Ln follow-up</numerusform>
            <numerusform>%Ln follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gap</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is a range because of %n unknown level(s).</source>
        <translation>
            <numerusform>It is a range because of %Ln unknown level.</numerusform>
            <numerusform>It is a range because of %Ln unknown levels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is known yet of the %n level(s) needed.</source>
        <translation>
            <numerusform>Nothing is known yet of the %Ln level needed.</numerusform>
            <numerusform>Nothing is known yet of the %Ln levels needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{backed} of %n level(s) wholly supported</source>
        <translation>
            <numerusform>{backed} of %Ln level wholly supported</numerusform>
            <numerusform>{backed} of %Ln levels wholly supported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{open} open · {met} met · %n strength(s) you carry over</source>
        <translation>
            <numerusform>{open} open · {met} met · %Ln strength you carry over</numerusform>
            <numerusform>{open} open · {met} met · %Ln strengths you carry over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points} points are missing, all in the %n open skill(s) below.</source>
        <translation>
            <numerusform>{points} points are missing, all in the %Ln open skill below.</numerusform>
            <numerusform>{points} points are missing, all in the %Ln open skills below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>history</name>
    <message numerus="yes">
        <source>%n change(s). Going back takes changes back from the newest on; nothing is lost until you change something else.</source>
        <translation>
            <numerusform>%Ln change. Going back takes changes back from the newest on; nothing is lost until you change something else.</numerusform>
            <numerusform>%Ln changes. Going back takes changes back from the newest on; nothing is lost until you change something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>home</name>
    <message numerus="yes">
        <source>%n level(s) are unknown, which makes a range.</source>
        <translation>
            <numerusform>%Ln level is unknown, which makes a range.</numerusform>
            <numerusform>%Ln levels are unknown, which makes a range.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) for review</source>
        <translation>
            <numerusform>%Ln level for review</numerusform>
            <numerusform>%Ln levels for review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) this role needs are unknown, {skill} first.</source>
        <translation>
            <numerusform>%Ln level this role needs is unknown, {skill} first.</numerusform>
            <numerusform>%Ln levels this role needs are unknown, {skill} first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n level(s) to confirm</source>
        <translation>
            <numerusform>%Ln level to confirm</numerusform>
            <numerusform>%Ln levels to confirm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more date(s) after these.</source>
        <translation>
            <numerusform>%Ln more date after these.</numerusform>
            <numerusform>%Ln more dates after these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more person(s) wait(s) for a word from you.</source>
        <translation>
            <numerusform>%Ln more person waits for a word from you.</numerusform>
            <numerusform>%Ln more people wait for a word from you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s), not rated yet.</source>
        <translation>
            <numerusform>%Ln skill, not rated yet.</numerusform>
            <numerusform>%Ln skills, not rated yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s), rated by yourself from 0 to {top}.</source>
        <translation>
            <numerusform>%Ln skill, rated by yourself from 0 to {top}.</numerusform>
            <numerusform>%Ln skills, rated by yourself from 0 to {top}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) in a row with at least one session.</source>
        <translation>
            <numerusform>%Ln week in a row with at least one session.</numerusform>
            <numerusform>%Ln weeks in a row with at least one session.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Furthest below its target in your network: {function}, %n person(s).</source>
        <translation>
            <numerusform>Furthest below its target in your network: {function}, %Ln person.</numerusform>
            <numerusform>Furthest below its target in your network: {function}, %Ln people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hours of the last %n week(s)</source>
        <translation>
            <numerusform>Hours of the last %Ln week</numerusform>
            <numerusform>Hours of the last %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n week(s)</source>
        <translation>
            <numerusform>The last %Ln week</numerusform>
            <numerusform>The last %Ln weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n week(s); the dashed line is the goal</source>
        <translation>
            <numerusform>The last %Ln week; the dashed line is the goal</numerusform>
            <numerusform>The last %Ln weeks; the dashed line is the goal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never spoken · every %n day(s)</source>
        <translation>
            <numerusform>never spoken · every %Ln day</numerusform>
            <numerusform>never spoken · every %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ago} · every %n day(s)</source>
        <translation>
            <numerusform>{ago} · every %Ln day</numerusform>
            <numerusform>{ago} · every %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{below} of %n skill(s) below the level needed.</source>
        <translation>
            <numerusform>{below} of %Ln skill below the level needed.</numerusform>
            <numerusform>{below} of %Ln skills below the level needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{known} of %n skill(s) rated by yourself from 0 to {top}.</source>
        <translation>
            <numerusform>{known} of %Ln skill rated by yourself from 0 to {top}.</numerusform>
            <numerusform>{known} of %Ln skills rated by yourself from 0 to {top}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{time} on %n day(s) in the last 12 months.</source>
        <translation>
            <numerusform>{time} on %Ln day in the last 12 months.</numerusform>
            <numerusform>{time} on %Ln days in the last 12 months.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{time} on %n day(s) in the last 12 months; the best month was {month} with {most}.</source>
        <translation>
            <numerusform>{time} on %Ln day in the last 12 months; the best month was {month} with {most}.</numerusform>
            <numerusform>{time} on %Ln days in the last 12 months; the best month was {month} with {most}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>learning</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>links</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message numerus="yes">
        <source>Show all %n</source>
        <translation>
            <numerusform>Show all %Ln</numerusform>
            <numerusform>Show all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pay</name>
    <message numerus="yes">
        <source>%n pay entry(s)</source>
        <translation>
            <numerusform>%Ln pay entry</numerusform>
            <numerusform>%Ln pay entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>people</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>portfolio</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n link(s)</source>
        <translation>
            <numerusform>{shown} of %Ln link</numerusform>
            <numerusform>{shown} of %Ln links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>positions</name>
    <message numerus="yes">
        <source>%n position(s)</source>
        <translation>
            <numerusform>%Ln position</numerusform>
            <numerusform>%Ln positions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>skill_groups</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>skills</name>
    <message numerus="yes">
        <source>%n skill(s)</source>
        <translation>
            <numerusform>%Ln skill</numerusform>
            <numerusform>%Ln skills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>study_sessions</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>text</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%Ln day late</numerusform>
            <numerusform>%Ln days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
</context>
</TS>
