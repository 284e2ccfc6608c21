; Part of the Windows installer (electron-builder includes it): tel:, sip: and callto: as capabilities, so
; that Windows 10 and 11 offer Amtsdraht under "Default apps", and an autostart that can be chosen silently.
; Windows lets no installer set itself as default; a GPO can (docs/betrieb/installation.md).
; SHELL_CONTEXT is HKLM for all users and HKCU for one.

!define AMTSDRAHT_CAPABILITIES "Software\Amtsdraht\Capabilities"
!define AMTSDRAHT_CLASS "Amtsdraht.Rufnummer"
!define AMTSDRAHT_RUN "Software\Microsoft\Windows\CurrentVersion\Run"

; electron-builder's own check ends the program in all sessions of the machine, and with it the calls of others
; on a terminal server. This one ends nothing: it asks Windows whether the program file is in use (error 32) and
; gives up with 1618 ("another installation is running"), after which GPO and Intune try again later.
!define AMTSDRAHT_IN_USE 32
!define AMTSDRAHT_TRY_LATER 1618

!macro customHeader
  LangString amtsdrahtInUse ${LANG_GERMAN} "Amtsdraht läuft noch, vielleicht in der Sitzung eines anderen Menschen. Beenden Sie es überall und versuchen Sie es dann noch einmal. Es wurde nichts verändert."
  LangString amtsdrahtInUse ${LANG_ENGLISH} "Amtsdraht is still running, maybe in the session of somebody else. Close it everywhere, then try again. Nothing has been changed."
!macroend

!macro customCheckAppRunning
  ; Started by the program itself to update it: the program needs a while to end. The uninstaller of the old
  ; version is started after that and has nothing to wait for.
  StrCpy $R8 0
  !ifndef BUILD_UNINSTALLER
    ${If} ${isUpdated}
      StrCpy $R8 60
    ${EndIf}
  !endif
  ${Do}
    StrCpy $R9 0
    ${If} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
      ; GENERIC_WRITE, shared with everybody, OPEN_EXISTING: opens and changes nothing.
      System::Call 'kernel32::CreateFile(t "$INSTDIR\${APP_EXECUTABLE_FILENAME}", i 0x40000000, i 7, p 0, i 3, i 0, p 0) p .R7 ?e'
      Pop $R9
      ${If} $R7 != -1
        System::Call 'kernel32::CloseHandle(p R7)'
        StrCpy $R9 0
      ${EndIf}
    ${EndIf}
    ${If} $R9 != ${AMTSDRAHT_IN_USE}
      ${ExitDo}
    ${EndIf}
    ${If} $R8 > 0
      IntOp $R8 $R8 - 1
      Sleep 1000
    ${Else}
      ; Silently this is a refusal at once.
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(amtsdrahtInUse)" /SD IDCANCEL IDRETRY +3
      SetErrorLevel ${AMTSDRAHT_TRY_LATER}
      Quit
    ${EndIf}
  ${Loop}
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${AMTSDRAHT_CLASS}" "" "Rufnummer"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${AMTSDRAHT_CLASS}" "FriendlyTypeName" "Rufnummer"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${AMTSDRAHT_CLASS}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\${AMTSDRAHT_CLASS}\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${AMTSDRAHT_CLASS}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'

  ; amtsdraht://provision, which does nothing unless a policy allows it.
  WriteRegStr SHELL_CONTEXT "Software\Classes\amtsdraht" "" "URL:Amtsdraht"
  WriteRegStr SHELL_CONTEXT "Software\Classes\amtsdraht" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\amtsdraht\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'

  WriteRegStr SHELL_CONTEXT "${AMTSDRAHT_CAPABILITIES}" "ApplicationName" "Amtsdraht"
  WriteRegStr SHELL_CONTEXT "${AMTSDRAHT_CAPABILITIES}" "ApplicationDescription" "Telefon und Wissensspeicher für kommunale Service-Center"
  WriteRegStr SHELL_CONTEXT "${AMTSDRAHT_CAPABILITIES}" "ApplicationIcon" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "${AMTSDRAHT_CAPABILITIES}\URLAssociations" "tel" "${AMTSDRAHT_CLASS}"
  WriteRegStr SHELL_CONTEXT "${AMTSDRAHT_CAPABILITIES}\URLAssociations" "sip" "${AMTSDRAHT_CLASS}"
  WriteRegStr SHELL_CONTEXT "${AMTSDRAHT_CAPABILITIES}\URLAssociations" "callto" "${AMTSDRAHT_CLASS}"
  WriteRegStr SHELL_CONTEXT "Software\RegisteredApplications" "Amtsdraht" "${AMTSDRAHT_CAPABILITIES}"

  ; /autostart writes the entry, /noautostart removes it, neither leaves it as it is.
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/autostart" $R1
  ${IfNot} ${Errors}
    WriteRegStr SHELL_CONTEXT "${AMTSDRAHT_RUN}" "Amtsdraht" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/noautostart" $R1
  ${IfNot} ${Errors}
    DeleteRegValue SHELL_CONTEXT "${AMTSDRAHT_RUN}" "Amtsdraht"
  ${EndIf}
!macroend

!macro customUnInstall
  ; An update runs the old uninstaller too; the autostart that an administrator chose survives it.
  ${ifNot} ${isUpdated}
    DeleteRegValue SHELL_CONTEXT "${AMTSDRAHT_RUN}" "Amtsdraht"
  ${endIf}
  DeleteRegValue SHELL_CONTEXT "Software\RegisteredApplications" "Amtsdraht"
  DeleteRegKey SHELL_CONTEXT "Software\Amtsdraht\Capabilities"
  DeleteRegKey /ifempty SHELL_CONTEXT "Software\Amtsdraht"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${AMTSDRAHT_CLASS}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\amtsdraht"
!macroend
