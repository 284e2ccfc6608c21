; What electron-builder's script does around ours, as far as ours needs it, for 64-bit wine: the real one is a
; 32-bit program with plug-ins that no Debian package has. OUT, INCLUDE and PAYLOAD are given.
Target amd64-unicode
Unicode true
CRCCheck off
Name "Amtsdraht"
OutFile "${OUT}"
RequestExecutionLevel user
LoadLanguageFile "${NSISDIR}\Contrib\Language files\English.nlf"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\German.nlf"
!include LogicLib.nsh
!include FileFunc.nsh

!define APP_EXECUTABLE_FILENAME "Amtsdraht.exe"
!define isUpdated `"" isUpdated ""`
!macro _isUpdated _a _b _t _f
  ${GetParameters} $8
  ClearErrors
  ${GetOptions} $8 "--updated" $9
  IfErrors `${_f}` `${_t}`
!macroend

!include "${INCLUDE}"
!insertmacro customHeader

!macro chooseMode
  SetRegView 64
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/allusers" $R1
  ${If} ${Errors}
    SetShellVarContext current
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Amtsdraht"
  ${Else}
    SetShellVarContext all
    StrCpy $INSTDIR "$PROGRAMFILES64\Amtsdraht"
  ${EndIf}
!macroend

Function .onInit
  !insertmacro chooseMode
FunctionEnd

Section
  !insertmacro customCheckAppRunning
  SetOutPath "$INSTDIR"
  File "/oname=${APP_EXECUTABLE_FILENAME}" "${PAYLOAD}"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  !insertmacro customInstall
SectionEnd

Function un.onInit
  !insertmacro chooseMode
FunctionEnd

Section "Uninstall"
  !insertmacro customCheckAppRunning
  !insertmacro customUnInstall
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR"
SectionEnd
