; Part of the Windows installer (electron-builder includes it): tel:, sip: and callto: as capabilities, so
; that Windows 10 and 11 offer Amtsdraht under "Default apps", and an autostart that can be chosen silently.
; Windows lets no installer set itself as default; a GPO can (docs/betrieb/installation.md).
; SHELL_CONTEXT is HKLM for all users and HKCU for one.

!define AMTSDRAHT_CAPABILITIES "Software\Amtsdraht\Capabilities"
!define AMTSDRAHT_CLASS "Amtsdraht.Rufnummer"
!define AMTSDRAHT_RUN "Software\Microsoft\Windows\CurrentVersion\Run"

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
