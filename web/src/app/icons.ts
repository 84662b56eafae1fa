// The menu's pictures, by the names of navigation.ts.
import {
  Avatar, Bell, Calendar, Checked, CollectionTag, DataAnalysis, Document, DocumentChecked, EditPen, Finished, Files,
  Flag, Key, List, MessageBox, Notebook, OfficeBuilding, Place, Refresh, Stamp, Star, User,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'

export const icons: Record<string, Component> = {
  tasks: List, proposals: Document, write: EditPen, review: Stamp, assign: Place, inbox: MessageBox, check: DocumentChecked,
  feedback: Checked, key: Star, lookBack: Refresh, statistics: DataAnalysis, portal: CollectionTag, members: Avatar,
  changes: Finished, organisations: OfficeBuilding, sessions: Flag, calendar: Calendar, accounts: User, roles: Key,
  ledger: Notebook, bell: Bell, files: Files,
}
