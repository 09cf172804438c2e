<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>DoorPage</name>
        <message numerus="yes">
            <source>%n badges were read at once; the list shows each.</source>
            <translation>
                <numerusform>%n badge was read.</numerusform>
                <numerusform>%n badges were read at once; the list shows each.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DoorQuestions</name>
        <message numerus="yes">
            <source>%n companion(s) too</source>
            <translation>
                <numerusform>The companion too</numerusform>
                <numerusform>%n companions too</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GuestCard</name>
        <message numerus="yes">
            <source>%n guests are selected</source>
            <translation>
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>GuestsPage</name>
        <message numerus="yes">
            <source>%n guest(s)</source>
            <translation>
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n companion(s)</source>
            <translation>
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message numerus="yes">
            <source>%n companion(s), %1 here</source>
            <translation>
                <numerusform>%n companion, %1 here</numerusform>
                <numerusform>%n companions, %1 here</numerusform>
            </translation>
        </message>
    </context>
</TS>
