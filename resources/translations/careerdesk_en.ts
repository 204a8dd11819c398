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
    <name>RelatedPanel</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
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
    <name>text</name>
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
